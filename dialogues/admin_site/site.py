"""The curators' desk as a site: who comes in, and that nothing typed is lost at its door."""

from functools import update_wrapper

from django.contrib.admin import AdminSite
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from dialogues.admin_site import interrupted_posts, sign_in
from dialogues.admin_site.queues import work_queues
from dialogues.roles import is_missing_second_factor


class CuratorAdminSite(AdminSite):
    site_header = _("R2P Dialogues: curators' desk")
    site_title = _("Curators' desk")
    index_title = _("Records")
    login_form = sign_in.SignInForm
    login_template = "admin/dialogues/sign_in.html"
    index_template = "admin/dialogues/index.html"

    def get_urls(self):
        second = self.admin_view(sign_in.second_factor)
        return [path("second-factor/", second, name="second-factor"), *super().get_urls()]

    def admin_view(self, view, cacheable=False):
        """As Django's. What is sent after a session has ended is kept beside the sign-in form; who
        must have a second factor is led to get one."""
        inner = super().admin_view(view, cacheable)

        def guarded(request, *args, **kwargs):
            if _asks_for_nothing(request):
                raise Http404(_("No record has this in its columns."))
            if request.method == "POST" and not request.user.is_authenticated:
                return interrupted_posts.sign_in_again(self, request)
            if is_missing_second_factor(request.user) and view is not sign_in.second_factor:
                return redirect("admin:second-factor")
            return inner(request, *args, **kwargs)

        return update_wrapper(guarded, inner)

    def index(self, request, extra_context=None):
        """As Django's, with what waits for somebody first."""
        waiting = {"waiting": work_queues(request.user)}
        return super().index(request, (extra_context or {}) | waiting)

    def login(self, request, extra_context=None):
        """As Django's; who was signed out while typing is then offered what was typed."""
        kept = interrupted_posts.read(request.POST.get(interrupted_posts.FIELD, ""))
        shown = {"kept": request.POST.get(interrupted_posts.FIELD)} if kept else {}
        response = super().login(request, (extra_context or {}) | shown)
        if kept and request.user.is_authenticated and response.status_code == 302:
            return interrupted_posts.offer(self, request, kept)
        return response


def _asks_for_nothing(request):
    """Whether an address narrows a list by NUL, which PostgreSQL refuses (words are looked after
    where they are searched for), or an action is for records without a number."""
    if any(not one.isdecimal() for one in request.POST.getlist("_selected_action")):
        return True
    narrowed = {key: value for key, value in request.GET.items() if key not in ("q", "term")}
    return any("\0" in f"{key}{value}" for key, value in narrowed.items())
