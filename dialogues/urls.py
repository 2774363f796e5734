"""The public addresses. They are a contract: more may come, none changes."""

from django.urls import path

from dialogues.views import (
    charts,
    dialogues,
    exports,
    figures,
    home,
    participants,
    people,
    search,
    sources,
    statements,
    themes,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("favicon.ico", home.icon, name="icon"),
    path("about/", home.about, name="about"),
    path("about/method/", home.method, name="method"),
    path("help/search/", search.search_help, name="search-help"),
    path("suggest/", search.suggest, name="suggest"),
    path("dialogues/", dialogues.dialogue_list, name="dialogue-list"),
    path("dialogues/<slug:slug>/", dialogues.DialogueDetail.as_view(), name="dialogue-detail"),
    path("statements/", statements.statement_list, name="statement-list"),
    path("statements.<slug:extension>", exports.statement_export, name="statement-export"),
    path("statements/values/<slug:key>/", statements.statement_values, name="statement-values"),
    path("statements/<str:reference>/", statements.statement_detail, name="statement-detail"),
    path("states/", participants.state_list, name="state-list"),
    path("states/<slug:slug>/", participants.StateDetail.as_view(), name="state-detail"),
    path("states/<slug:slug>/record.csv", charts.state_csv, name="state-csv"),
    path("groups/participation.csv", charts.groups_csv, name="groups-csv"),
    path("groups/", participants.GroupList.as_view(), name="group-list"),
    path("groups/<slug:slug>/", participants.GroupDetail.as_view(), name="group-detail"),
    path("organizations/", participants.OrganizationList.as_view(), name="organization-list"),
    path(
        "organizations/<slug:slug>/",
        participants.OrganizationDetail.as_view(),
        name="organization-detail",
    ),
    path("organizations/<slug:slug>/record.csv", charts.organization_csv, name="organization-csv"),
    path("people/", people.PersonList.as_view(), name="person-list"),
    path("people/<slug:slug>/", people.PersonDetail.as_view(), name="person-detail"),
    path("themes/", themes.ThemeList.as_view(), name="theme-list"),
    path("themes/<slug:slug>/", themes.ThemeDetail.as_view(), name="theme-detail"),
    path("themes/<slug:slug>/years.csv", charts.theme_csv, name="theme-csv"),
    path("sources/", sources.SourceList.as_view(), name="source-list"),
    path("sources/<slug:slug>/", sources.SourceDetail.as_view(), name="source-detail"),
    path("figures/", figures.FigureList.as_view(), name="figure-list"),
]
