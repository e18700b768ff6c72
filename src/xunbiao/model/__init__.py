"""The nouns: what a campaign, a filing, a report, a finding, an event and a page are. Frozen, standard library only."""
