package dev.assay.replica.site;

import java.util.List;

import dev.assay.core.json.Json;

/** The envelopes of tRPC: superjson, or devalue where a pod is told so (§2.1, quirk 50). */
final class TrpcEnvelope {

    private TrpcEnvelope() {}

    static int status(Trpc outcome) {
        return switch (outcome) {
            case Trpc.Payload _ -> 200;
            case Trpc.Refusal refusal -> refusal.status();
        };
    }

    static Json of(Trpc outcome, String procedure, boolean devalue) {
        return switch (outcome) {
            case Trpc.Payload payload -> success(devalue ? Json.of(Devalue.write(payload)) : superjson(payload));
            case Trpc.Refusal refusal -> error(refusal, procedure);
        };
    }

    private static Json success(Json data) {
        return Json.object()
                .put("result", Json.object().put("data", data).build())
                .build();
    }

    private static Json superjson(Trpc.Payload payload) {
        var data = Json.object().put("json", payload.json());
        var values = Json.object();
        var dates = payload.dates().stream()
                .filter(name -> payload.json().at(name).text().isPresent())
                .toList();
        dates.forEach(name -> values.put(name, List.of(Json.of("Date"))));
        if (!dates.isEmpty()) {
            data.put("meta", Json.object().put("values", values.build()).build());
        }
        return data.build();
    }

    private static Json error(Trpc.Refusal refusal, String procedure) {
        var data = Json.object()
                .put("code", refusal.code())
                .put("httpStatus", refusal.status())
                .put("path", procedure)
                .build();
        var json = Json.object()
                .put("message", refusal.message())
                .put("code", refusal.number())
                .put("data", data)
                .build();
        return Json.object()
                .put("error", Json.object().put("json", json).build())
                .build();
    }
}
