"""The admin site: sign-in with a second factor, and interrupted posts that are not lost."""

from functools import update_wrapper

from django.contrib.admin import AdminSite
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from dialogues.admin_site import interrupted_posts, navigation, sign_in
from dialogues.admin_site.accounts import notices, stop_mail
from dialogues.admin_site.activity_page import activity
from dialogues.admin_site.first_page import first_page
from dialogues.admin_site.search import search_everything
from dialogues.admin_site.unsaved_forms import discard_saved, unsaved_form
from dialogues.admin_site.workbench import workbench
from dialogues.roles import is_missing_second_factor


class CuratorAdminSite(AdminSite):
    site_header = _("R2P Dialogues admin")
    site_title = _("R2P Dialogues admin")
    index_title = _("Desk")
    login_form = sign_in.SignInForm
    login_template = "admin/dialogues/sign_in.html"
    index_template = "admin/dialogues/index.html"

    def get_urls(self):
        pages = {
            "second-factor": sign_in.second_factor,
            "search": search_everything,
            "activity": activity,
            "unsaved": unsaved_form,
            "notices": notices,
        }
        bench = self.admin_view(workbench)
        return [
            *(path(f"{name}/", self.admin_view(view), name=name) for name, view in pages.items()),
            path("mail/stop/<str:token>/", stop_mail, name="mail-stop"),
            path("dialogues/dialogue/<int:pk>/workbench/", bench, name="dialogue-workbench"),
            *super().get_urls(),
        ]

    def get_app_list(self, request, app_label=None):
        """As Django's, but grouped by what the records are for."""
        apps = super().get_app_list(request, app_label)
        return apps if app_label else navigation.grouped(apps)

    def admin_view(self, view, cacheable=False):
        """As Django's, but a post after the session has ended is offered again after sign-in, and a
        user who must have a second factor is redirected to set one up."""
        inner = super().admin_view(view, cacheable)

        def guarded(request, *args, **kwargs):
            if _is_malformed(request):
                raise Http404(_("No record matches this address."))
            if request.method == "POST" and not request.user.is_authenticated:
                return interrupted_posts.sign_in_again(self, request)
            if is_missing_second_factor(request.user) and view is not sign_in.second_factor:
                return redirect("admin:second-factor")
            response = inner(request, *args, **kwargs)
            if request.method == "POST" and request.user.is_authenticated:
                discard_saved(request, response)
            return response

        return update_wrapper(guarded, inner)

    def index(self, request, extra_context=None):
        """As Django's, with the work first."""
        return super().index(request, (extra_context or {}) | first_page(request.user))

    def login(self, request, extra_context=None):
        """As Django's; an interrupted post is offered after sign-in."""
        signed = request.POST.get(interrupted_posts.FIELD, "")
        post = interrupted_posts.read(signed)
        shown = {"interrupted_post": signed} if post else {}
        response = super().login(request, (extra_context or {}) | shown)
        if post and request.user.is_authenticated and response.status_code == 302:
            return interrupted_posts.offer_resubmit(self, request, post)
        return response


def _is_malformed(request):
    """Whether an action is for records without a number, or an address filters a list by NUL.

    PostgreSQL rejects NUL. The searches remove it from search terms themselves.
    """
    if any(not key.isdecimal() for key in request.POST.getlist("_selected_action")):
        return True
    filters = {key: value for key, value in request.GET.items() if key not in ("q", "term")}
    return any("\0" in f"{key}{value}" for key, value in filters.items())
