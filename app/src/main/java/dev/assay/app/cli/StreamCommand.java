package dev.assay.app.cli;

/** A command that works with the streams it is given; it has a constructor that takes them. */
interface StreamCommand {}
