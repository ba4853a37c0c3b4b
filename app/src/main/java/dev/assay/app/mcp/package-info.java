/** The commands as tools of the Model Context Protocol, for agents. */
@NullMarked
package dev.assay.app.mcp;

import org.jspecify.annotations.NullMarked;
