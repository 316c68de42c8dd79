@NullMarked
package nl.werkvlak.platform.web;

import org.jspecify.annotations.NullMarked;
