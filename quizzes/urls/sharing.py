from django.urls import path

from quizzes.views import sharing

urlpatterns = [
    path("shared/<str:token>/", sharing.shared, name="shared-quiz"),
    path("shared/<str:token>/copy/", sharing.copy, name="shared-quiz-copy"),
]
