from django.urls import path

from quizzes.views import building, questions, quizzes

urlpatterns = [
    path("quizzes/", quizzes.index, name="quizzes"),
    path("quizzes/new/", building.new, name="quiz-new"),
    path("quizzes/preview/", questions.preview, name="question-preview"),
    path("quizzes/<int:pk>/", quizzes.quiz, name="quiz"),
    path("quizzes/<int:pk>/settings/", quizzes.settings, name="quiz-settings"),
    path("quizzes/<int:pk>/copy/", quizzes.copy, name="quiz-copy"),
    path("quizzes/<int:pk>/archival/", quizzes.archival, name="quiz-archival"),
    path("quizzes/<int:pk>/restoration/", quizzes.restoration, name="quiz-restoration"),
    path("quizzes/<int:pk>/deletion/", quizzes.deletion, name="quiz-deletion"),
    path("quizzes/<int:pk>/generation/", building.generation, name="quiz-generation"),
    path("quizzes/<int:pk>/questions/", questions.new, name="questions-new"),
    path("quizzes/<int:pk>/questions/order/", questions.order, name="question-order"),
    path("quizzes/<int:pk>/questions/restoration/", questions.restoration, name="question-restoration"),
    path("questions/<int:pk>/", questions.edit, name="question-edit"),
    path("questions/<int:pk>/more/", questions.more, name="question-more"),
    path("questions/<int:pk>/move/", questions.move, name="question-move"),
    path("questions/<int:pk>/removal/", questions.removal, name="question-removal"),
]
