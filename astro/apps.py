from django.apps import AppConfig


class AstroConfig(AppConfig):
    name = "astro"

    def ready(self) -> None:
        from astro import checks  # noqa: F401  (registers them)
