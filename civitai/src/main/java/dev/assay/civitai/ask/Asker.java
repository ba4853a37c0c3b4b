package dev.assay.civitai.ask;

/** Asks the configured site. The same question is asked once in a run; asked again, it gives the same answer. */
public interface Asker {

    /** Asks; blocks up to a minute in all. */
    Answer ask(Question question);
}
