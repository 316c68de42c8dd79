package nl.werkvlak.platform.api;

import nl.werkvlak.platform.legalbasis.NoPersonalData;

/**
 * Body of a choice of a colour.
 *
 * @param brandColour as {@code #rrggbb}
 */
public record ChooseColour(@NoPersonalData String brandColour) {}
