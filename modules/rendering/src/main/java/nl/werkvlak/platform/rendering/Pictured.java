package nl.werkvlak.platform.rendering;

import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** A drawing that says something. */
interface Pictured extends Graphics2DRenderable {

    /** The same in words, with every number, for whoever cannot see it. */
    String inWords();
}
