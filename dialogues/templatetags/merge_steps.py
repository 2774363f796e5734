"""Filter for the steps of a merge."""

from django import template

from dialogues.merging.step_labels import step_label

register = template.Library()

register.filter("step_label", step_label)
