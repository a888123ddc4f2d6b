from django.urls import path
from drf_spectacular.views import SpectacularAPIView

from quizzes.api import donations, games, keeping, pictures, reader, results, students
from quizzes.views import api_docs

urlpatterns = [
    path("read/", students.ReadView.as_view(), name="api-read"),
    path("read/picture/", pictures.PictureView.as_view(), name="api-read-picture"),
    path("read/explain/", reader.ExplainView.as_view(), name="api-read-explain"),
    path("read/picture/explain/", reader.ExplainPictureView.as_view(), name="api-read-picture-explain"),
    path("donations/", donations.DonationsView.as_view(), name="api-donations"),
    path("donations/picture/", donations.PictureDonationsView.as_view(), name="api-donations-picture"),
    path("classrooms/<str:code>/", students.ClassroomView.as_view(), name="api-classroom"),
    path("seat/", students.SeatView.as_view(), name="api-seat"),
    path("assignments/<int:pk>/next/", students.NextView.as_view(), name="api-next"),
    path("assignments/<int:pk>/answers/", students.AnswersView.as_view(), name="api-answers"),
    path("answers/<uuid:pk>/confirmation/", students.ConfirmationView.as_view(), name="api-confirmation"),
    path("assignments/<int:pk>/results/", results.ResultsView.as_view(), name="api-results"),
    path("answers/<uuid:pk>/correction/", results.CorrectionView.as_view(), name="api-correction"),
    path("games/<int:pk>/answers/", keeping.KeepingView.as_view(), name="api-game-answers"),
    path("games/<int:pk>/play/", games.PlayView.as_view(), name="api-game-play"),
    path("games/<int:pk>/host/", games.HostView.as_view(), name="api-game-host"),
    path("games/<int:pk>/acts/", games.ActsView.as_view(), name="api-game-acts"),
    path("games/<int:pk>/players/<int:student>/", games.PlayersView.as_view(), name="api-game-player"),
    path("schema/", SpectacularAPIView.as_view(authentication_classes=[], permission_classes=[]), name="api-schema"),
    path("docs/", api_docs.api_docs, name="api-docs"),
]
