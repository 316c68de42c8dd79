@NullMarked
package nl.werkvlak.platform.onboarding;

import org.jspecify.annotations.NullMarked;
