package nl.werkvlak.platform.disclosure.register;

/** Where the register of a tenant ends: its last seal and its last entry. */
record Head(long seal, Hash sealHash, long sequence, Hash entryHash) {

    static final Head OF_AN_EMPTY_REGISTER = new Head(0, Hash.BEFORE_THE_FIRST, 0, Hash.BEFORE_THE_FIRST);
}
