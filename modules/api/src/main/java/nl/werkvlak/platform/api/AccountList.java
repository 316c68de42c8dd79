package nl.werkvlak.platform.api;

import java.util.List;

/** Accounts, by login. */
public record AccountList(List<AccountView> accounts) {}
