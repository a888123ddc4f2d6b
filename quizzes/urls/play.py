from django.urls import path

from quizzes.views import join, play, practice, rocket

urlpatterns = [
    path("", play.start, name="start"),
    path("join/", join.code, name="join"),
    path("join/<str:code>/", join.classroom, name="join-classroom"),
    path("join/<str:code>/guest/", join.guest, name="join-guest"),
    path("join/<str:code>/<int:student>/", join.seat, name="join-seat"),
    path("play/", play.home, name="play"),
    path("play/seat/leaving/", play.seat_leaving, name="seat-leaving"),
    path("play/seat/hand/", play.seat_hand, name="seat-hand"),
    path("play/rocket/", rocket.rocket, name="rocket"),
    path("play/practice/", practice.practice, name="practice"),
    path("play/practice/rounds/", practice.practice_round, name="practice-round"),
    path("play/<int:assignment>/stop/", practice.practice_stop, name="practice-stop"),
    path("play/<int:assignment>/", play.question, name="play-question"),
    path("play/<int:assignment>/score/", play.score, name="play-score"),
]
