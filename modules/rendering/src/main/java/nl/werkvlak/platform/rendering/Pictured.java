package nl.werkvlak.platform.rendering;

import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** A drawing that says something, with every number in its words. */
interface Pictured extends Graphics2DRenderable, InWords {}
