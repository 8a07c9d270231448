"""Turn-taking: who has the floor, decided in one pure place on the sample clock."""
