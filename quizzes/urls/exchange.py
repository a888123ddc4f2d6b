from django.urls import path

from quizzes.views import exchange, sharing, worksheets

urlpatterns = [
    path("quizzes/import/", exchange.new, name="quiz-import"),
    path("quizzes/<int:pk>/export.csv", exchange.quiz_csv, name="quiz-csv"),
    path("quizzes/<int:pk>/export.json", exchange.quiz_json, name="quiz-json"),
    path("quizzes/<int:pk>/worksheet/", worksheets.worksheet, name="quiz-worksheet"),
    path("quizzes/<int:pk>/sharing/", sharing.sharing, name="quiz-sharing"),
    path("quizzes/<int:pk>/sharing/end/", sharing.end, name="quiz-sharing-end"),
]
