"""Static files under names that change with their content, ES module imports included."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    support_js_module_import_aggregation = True
    # A module's name changes with those of what it imports. Each pass settles at least one more step of the longest
    # chain of imports, whatever the order in which the file system lists them; Django's five are fewer than its steps.
    max_post_process_passes = 20
