package dev.assay.replica.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;

/** {@code /api/trpc/<procedures>} (§2.1, §2.2): who may call, single calls and batches, both wire formats. */
final class TrpcEndpoint implements Endpoint {

    private static final int MULTI_STATUS = 207;

    private final TrpcProcedures procedures;
    private final Callers callers;
    private final Faults faults;

    TrpcEndpoint(TrpcProcedures procedures, Callers callers, Faults faults) {
        this.procedures = procedures;
        this.callers = callers;
        this.faults = faults;
    }

    @Override
    public Answer answer(Request request, MatchResult path) {
        var names = path.group(1).split(",", -1);
        boolean batch = request.query().first("batch").isPresent();
        var strikes = new Strikes(faults, request.path());
        List<Integer> statuses = new ArrayList<>();
        List<Json> envelopes = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            var outcome = outcome(names[i], input(request, batch, i), request, strikes);
            statuses.add(TrpcEnvelope.status(outcome));
            envelopes.add(TrpcEnvelope.of(outcome, names[i], strikes.by(Fault.TRPC_DEVALUE)));
        }
        boolean same = statuses.stream().distinct().count() == 1;
        return Answer.json(
                same ? statuses.getFirst() : MULTI_STATUS, batch ? Json.of(envelopes) : envelopes.getFirst());
    }

    private Trpc outcome(String procedure, Optional<Json> input, Request request, Strikes strikes) {
        if (strikes.by(Fault.TRPC_NO_PROCEDURE_404)) {
            return Trpc.Refusal.notFound("No procedure found on path \"" + procedure + "\"");
        }
        if (strikes.by(Fault.TRPC_401_ALWAYS) || !callers.mayUseTrpc(request)) {
            return Trpc.Refusal.unauthorized();
        }
        if (strikes.by(Fault.TRPC_SCOPE_403)) {
            return Trpc.Refusal.outOfScope();
        }
        if (strikes.by(Fault.TRPC_BUSY_429)) {
            return Trpc.Refusal.busy();
        }
        if (strikes.by(Fault.TRPC_500)) {
            return Trpc.Refusal.internal();
        }
        return input.map(json -> procedures.call(procedure, json.at("json"), callers.signedIn(request), strikes))
                .orElseGet(() -> Trpc.Refusal.badRequest("Unable to transform response from server"));
    }

    private static Optional<Json> input(Request request, boolean batch, int index) {
        var text = request.query().first("input").orElse(request.body());
        try {
            var json = Json.parse(text);
            return Optional.of(batch ? json.at(Integer.toString(index)) : json);
        } catch (MalformedJsonException _) {
            return Optional.empty();
        }
    }
}
