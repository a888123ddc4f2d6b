from django.urls import path

from quizzes.views import gallery, skills

urlpatterns = [
    path("skills/", skills.index, name="skills"),
    path("skills/<slug:code>/", skills.skill, name="skill"),
    path("gallery/", gallery.index, name="gallery"),
    path("gallery/<slug:ready>/", gallery.ready, name="ready-quiz"),
    path("gallery/<slug:ready>/copy/", gallery.copy, name="ready-quiz-copy"),
]
