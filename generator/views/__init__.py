"""Plans and an as-of date to what each page shows. Pure: no disk, no clock, no markup."""
