"""People who can sign in, and their roles. Editors manage them; nobody can make a superuser."""

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from dialogues.mail import sending
from dialogues.mail.accounts import invite, password_path
from dialogues.roles import ROLES

admin.site.unregister(User)
admin.site.unregister(Group)


class InvitationForm(forms.ModelForm):
    """A new user, who chooses a password by the link in the invitation."""

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "email", "groups"]

    def save(self, commit=True):
        self.instance.set_unusable_password()
        return super().save(commit)


@admin.register(User)
class StaffUserAdmin(UserAdmin):
    list_display = ["username", "first_name", "last_name", "roles", "is_active", "last_login"]
    list_filter = ["is_active", "groups"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (gettext_lazy("Person"), {"fields": ["first_name", "last_name", "email"]}),
        (gettext_lazy("Access"), {"fields": ["is_active", "groups"]}),
    ]
    add_form = InvitationForm
    add_fieldsets = [
        (None, {"fields": ["username", "first_name", "last_name", "email", "groups"]}),
    ]
    filter_horizontal = []
    actions = ["invite_again", "remove_second_factor"]

    def get_queryset(self, request):
        """Only superusers see and change superusers."""
        users = super().get_queryset(request).prefetch_related("groups")
        return users if request.user.is_superuser else users.filter(is_superuser=False)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            kwargs["queryset"] = Group.objects.filter(name__in=ROLES)
            kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        """Save as staff: everyone entered here can sign in, and the roles say what they may do."""
        obj.is_staff = True
        super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        self._invite(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def _invite(self, request, user):
        """Mail the invitation; if that is not possible, show the link to hand over."""
        if invite(user):
            message = _("Invitation mailed to %s.") % user
            self.message_user(request, message, messages.SUCCESS)
            return
        message = format_html(
            _("No mail could be sent. Give {} this link, which works for three days: {}"),
            user,
            format_html('<a href="{0}">{0}</a>', sending.link(password_path(user))),
        )
        self.message_user(request, message, messages.WARNING)

    @admin.action(description=gettext_lazy("Invite again"), permissions=["change"])
    def invite_again(self, request, users):
        for user in users:
            self._invite(request, user)

    @admin.display(description=gettext_lazy("roles"))
    def roles(self, user):
        return ", ".join(group.name for group in user.groups.all())

    @admin.action(
        description=gettext_lazy("Remove the second factor (lost phone)"),
        permissions=["change"],
    )
    def remove_second_factor(self, request, users):
        removed = TOTPDevice.objects.filter(user__in=users).delete()[0]
        StaticDevice.objects.filter(user__in=users).delete()
        for user in users:
            self.log_change(request, user, _("Second factor removed."))
        message = ngettext("%d second factor removed.", "%d second factors removed.", removed)
        self.message_user(request, message % removed, messages.SUCCESS)
