package dev.assay.civitai.model;

import java.util.HashMap;
import java.util.Map;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.Question;

/**
 * Asks until the site has been silent to several questions in a row, each with all its patience: then the others are
 * not asked, since many models would make many minutes of waiting. For one list of ingredients, and one thread.
 */
final class TiringAsker implements Asker {

    private static final int SILENCES = 3;

    private final Asker asker;
    private final Map<Question, Answer> answers = new HashMap<>();
    private int silences;

    TiringAsker(Asker asker) {
        this.asker = asker;
    }

    @Override
    public Answer ask(Question question) {
        var known = answers.get(question);
        if (known != null) {
            return known;
        }
        var answer = silences < SILENCES
                ? asker.ask(question)
                : new Answer.Silent(
                        Answer.Kind.UNREACHABLE, "not asked, since the site did not answer the questions before it");
        answers.put(question, answer);
        silences = isSilence(answer) ? silences + 1 : 0;
        return answer;
    }

    private static boolean isSilence(Answer answer) {
        return switch (answer) {
            case Answer.Told _ -> false;
            case Answer.Silent(var kind, var _) ->
                switch (kind) {
                    case UNREACHABLE, BUSY -> true;
                    case NOT_AN_ANSWER, REGION_BLOCKED, NOT_IN_JOURNAL -> false;
                };
        };
    }
}
