"""Who holds what: offices of persons, memberships of countries and bodies, and whom words like "both" stand for."""
