"""The slash at the end of the address of a page."""

from django.middleware.common import CommonMiddleware


class SlashMiddleware(CommonMiddleware):
    """Adds the slash that the address of a page lacks. Files have none: their names have a dot."""

    def should_redirect_with_slash(self, request):
        is_file = "." in request.path.rpartition("/")[2]
        return not is_file and super().should_redirect_with_slash(request)
