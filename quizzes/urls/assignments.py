from django.urls import path

from quizzes.views import assignments

urlpatterns = [
    path("quizzes/<int:pk>/give/", assignments.new, name="assignment-new"),
    path("assignments/", assignments.index, name="assignments"),
    path("assignments/<int:pk>/", assignments.assignment, name="assignment"),
    path("assignments/<int:pk>/dates/", assignments.dates, name="assignment-dates"),
    path("assignments/<int:pk>/closure/", assignments.closure, name="assignment-closure"),
    path("assignments/<int:pk>/reopening/", assignments.reopening, name="assignment-reopening"),
    path("assignments/<int:pk>/deletion/", assignments.deletion, name="assignment-deletion"),
]
