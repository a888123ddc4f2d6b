from django.urls import path

from quizzes.views import answers, results

urlpatterns = [
    path("assignments/<int:pk>/results/", results.results, name="results"),
    path("assignments/<int:pk>/results.csv", results.results_csv, name="results-csv"),
    path("assignments/<int:pk>/results/causes/", results.results_causes, name="results-causes"),
    path("assignments/<int:pk>/results/telling-apart/", results.results_telling_apart, name="results-telling-apart"),
    path("answers/<uuid:pk>/", answers.answer, name="answer"),
    path("answers/<uuid:pk>/counting/", answers.answer_counting, name="answer-counting"),
    path("answers/<uuid:pk>/correction/", answers.answer_correction, name="answer-correction"),
    path(
        "answers/<uuid:pk>/correction/undoing/",
        answers.answer_correction_undoing,
        name="answer-correction-undoing",
    ),
]
