"""The door of the curators' desk: signing in, and keeping what was typed. Its screens: admin/."""
