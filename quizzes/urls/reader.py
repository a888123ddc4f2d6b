from django.urls import path

from quizzes.views import reader

urlpatterns = [
    path("read/", reader.reader, name="reader"),
    path("read/donations/<str:token>/", reader.donation_removal, name="donation-removal"),
]
