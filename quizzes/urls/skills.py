from django.urls import path

from quizzes.views import skills

urlpatterns = [
    path("skills/", skills.index, name="skills"),
    path("skills/<slug:code>/", skills.skill, name="skill"),
]
