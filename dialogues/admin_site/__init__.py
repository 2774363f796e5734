"""The admin site: sign-in, interrupted posts and work queues. Its pages are in admin/."""
