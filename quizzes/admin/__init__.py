"""The administrator's view: everything can be found and seen; what happened cannot be rewritten."""

from django.contrib import admin

from quizzes.admin import donations, game, people, play, practice, quiz
from quizzes.forms.accounts import AdministratorSignInForm

__all__ = ["donations", "game", "people", "play", "practice", "quiz"]

admin.site.site_header = admin.site.site_title = "Astro Numbers"
admin.site.index_title = "Administration"
admin.site.login_form = AdministratorSignInForm
