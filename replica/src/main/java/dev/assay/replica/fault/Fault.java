package dev.assay.replica.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One way in which the site or a ComfyUI server has been seen, or must be expected, to misbehave. Q numbers are the quirks of the site's
 * API as this project lists them. What is true of the site on every day (unknown parameters dropped, mature images
 * hidden, an invalid key ignored) is no fault: the replica always does it.
 *
 * <p>A fault may be limited to a number of times, to paths, and may take a value: see {@link FaultOrder}.
 */
public enum Fault {
    // ---- identity: the answer is about something else

    /** The filter {@code imageId} has no effect, and the head of the global feed comes back (Q3). */
    IGNORE_IMAGE_ID,
    /** The filter {@code postId} has no effect (Q4). */
    IGNORE_POST_ID,
    /** Another image comes first, the right one second (Q5). */
    WRONG_ITEM_FIRST,
    /** Each item comes twice (Q5). */
    DUPLICATE_ITEMS,
    /** The wrapper around {@code meta} carries the id of another image (Q20, Q21). */
    FOREIGN_WRAPPER_ID,
    /** {@code image.getGenerationData} answers with another image's data (Q10). */
    FOREIGN_GENERATION_DATA,
    /** {@code image.getGenerationData} has no resource row, so that nothing in it says whose data they are (Q10). */
    UNLABELLED_GENERATION_DATA,
    /** {@code image.get} answers with another image (Q10). */
    FOREIGN_IMAGE_GET,
    /** {@code image.get} gives another uuid than the REST item (Q18). */
    CONTRADICTING_UUID,
    /** {@code image.get} gives another post than the REST item (Q39). */
    CONTRADICTING_POST,
    /** {@code image.get} gives another width and height than the REST item (Q39). */
    CONTRADICTING_SIZE,

    // ---- images: nothing there, or in another shape

    /** An empty page, 200, once unless told otherwise: a statement timeout or a lagging replica (Q7). */
    ONE_SHOT_EMPTY,
    /** An empty page, 200, always (Q7). */
    EMPTY_ALWAYS,
    /** {@code meta} without a wrapper, whatever {@code flatMeta} says (Q20, Q21). */
    META_FLAT,
    /** {@code meta} in a wrapper, whatever {@code flatMeta} says (Q20, Q21). */
    META_NESTED,
    /** {@code meta} in two wrappers (Q20). */
    META_DOUBLE_NESTED,
    /** {@code meta} as the raw text of A1111 (Q20). */
    META_STRING,
    /** {@code meta} null although asked for (Q20, Q22). */
    META_NULL,
    /** {@code meta.comfy} is no JSON: {@code "workflow": undefined} and {@code [NaN]} (Q31). */
    BROKEN_COMFY_JSON,
    /** {@code meta.seed} went through a double and lost its last digits (Q30). */
    SEED_BEYOND_2_53,

    // ---- answers in place of the one expected

    /** A maintenance page with status 200 (Q47). */
    HTML_200,
    /** Cloudflare's challenge: 403, HTML, {@code cf-mitigated} (Q47). */
    CHALLENGE_403,
    /** The login page with status 200 (Q47). */
    LOGIN_PAGE,
    /** The framework's own 404 page, HTML (Q6). */
    NEXT_404,
    /** 503 with {@code Retry-After: 2}; the value sets other seconds (Q42). */
    BUSY_503,
    /** 503 with {@code Retry-After: 3600} (Q42). */
    RETRY_AFTER_LONG,
    /** 429 of the paging cap: permanent, no Retry-After (Q41). */
    PAGING_429,
    /** 429 of the download quota: hours, no Retry-After (Q41). */
    QUOTA_429,
    /** 429 of Cloudflare, HTML (Q41). */
    CLOUDFLARE_429,
    /** 429 of a busy tRPC pod: seconds (Q41). */
    TRPC_BUSY_429,
    /** 500 with a JSON error (Q48). */
    ERROR_500,
    /** A gateway error in HTML; 524 unless the value says another status (Q47). */
    GATEWAY_52X,
    /** 451, the region is blocked (Q57). */
    REGION_451,
    /** 400 with a ZodError as the present server encodes it (Q48). */
    ZOD_400,
    /** 400 with a ZodError as older servers encoded it (Q48). */
    ZOD_400_OLD,
    /** tRPC refuses every caller: "Please use the public API instead" (Q49). */
    TRPC_401_ALWAYS,
    /** tRPC data as a devalue string (Q50). */
    TRPC_DEVALUE,
    /** tRPC knows no such procedure any more (§2.4). */
    TRPC_NO_PROCEDURE_404,
    /** The key lacks the scope (Q51). */
    TRPC_SCOPE_403,
    /** tRPC internal error in its envelope (Q48). */
    TRPC_500,

    // ---- transport

    /** The connection is closed in the middle of the body (Q60). */
    TRUNCATED_BODY,
    /** A {@code Content-Length} of half the body, and half the body: whole by its header, cut as JSON (Q60). */
    WRONG_CONTENT_LENGTH,
    /** Headers and half the body, then nothing (Q60). */
    STALLED_BODY,
    /** Nothing at all comes back (Q60). */
    STALLED_HEADERS,
    /** A few bytes at a time, 20 ms apart unless the value says otherwise (Q60). */
    SLOW_DRIP,
    /** The connection is closed without an answer. */
    CONNECTION_RESET,
    /** 80 MiB of spaces before the answer, or as many bytes as the value says (Q60). */
    HUGE_BODY,
    /** JSON nested 100 000 levels deep, or as the value says. */
    DEEP_JSON,
    /** The body is gzip, with {@code Content-Encoding}, whether asked for or not (Q60). */
    GZIP_BODY,

    // ---- media

    /** The media host has no such file. */
    MEDIA_404,
    /** The media host serves the file without its metadata (§2.3). */
    MEDIA_STRIPPED,
    /** The media host serves another image's file. */
    MEDIA_FOREIGN,
    /** The media host answers with a maintenance page and status 200 (Q47). */
    MEDIA_PAGE,

    // ---- models and versions

    /** by-hash answers 404 from a stale cache (Q56). */
    STALE_BY_HASH_404,
    /** by-hash answers with an older version that holds the same file (Q13). */
    BY_HASH_DUPLICATE,
    /** The hash asked for is in none of the files returned (Q13). */
    BY_HASH_ABSENT,
    /** by-hash answers with an archived version: no files (Q13). */
    BY_HASH_ARCHIVED,
    /** The list of hashes is answered for one of them only, for as many as the value says (Q15). */
    BULK_BY_HASH_FEWER,
    /** The list of hashes is answered with a version too that none of them is of (Q15). */
    BULK_BY_HASH_STRANGER,
    /** The list of hashes is answered with versions that none of them is of, and no other (Q15). */
    BULK_BY_HASH_STRANGERS_ONLY,
    /** The list of hashes is answered with an empty list, whatever is in it (Q15). */
    BULK_BY_HASH_EMPTY,
    /** No lists of hashes are taken: 405. */
    BULK_BY_HASH_405,
    /** The version names another model than its own (Q16). */
    VERSION_OF_ANOTHER_MODEL,
    /** Another version is answered than the one asked for (Q16). */
    VERSION_ID_MISMATCH,
    /** A linked VAE is appended to the files of the version (Q16). */
    FILE_LIST_DIFFERS,
    /** The model does not list the version asked about (Q16). */
    MODEL_LACKS_VERSION,
    /** AutoV3 of each file is the same, and keys nobody knows stand in {@code hashes} (Q13, Q62). */
    SHARED_AUTO_V3,

    // ---- the first hop of a download

    /** 404 that will pass: {@code Cache-Control: private, no-store} (Q43). */
    TRANSIENT_404,
    /** 410, the model is archived (§5). */
    ARCHIVED_410,
    /** 403, early access (§5). */
    EARLY_ACCESS_403,
    /** 401, sign-in needed (Q44). */
    SIGN_IN_401,
    /** 401, downloads disabled; no key helps (Q44). */
    DOWNLOADS_DISABLED_401,
    /** 307 to the login page (Q45). */
    LOGIN_REDIRECT,
    /** 307 to itself, for ever (Q52). */
    REDIRECT_LOOP,
    /** 307 to plain http on a host of nobody (Q52). */
    REDIRECT_TO_HTTP_OTHER_HOST,
    /** Without {@code fileId}, another file's bytes come (Q17). */
    NO_FILE_ID_OTHER_BYTES,

    // ---- storage

    /** {@code Range} is ignored: 200 and the whole file (Q53). */
    STORAGE_IGNORES_RANGE,
    /** 206 for the beginning of the file, whatever was asked; {@code Content-Range} says so (Q53). */
    STORAGE_LYING_CONTENT_RANGE,
    /** Each answer has another ETag (Q53). */
    ETAG_CHANGES,
    /** 403, the signature expired (Q53). */
    SIGNATURE_EXPIRED_403,
    /** Half the file, as if it were whole (Q60). */
    TRUNCATED_FILE,
    /** The right length, one byte wrong (§8). */
    CORRUPT_FILE,
    /** An HTML page, 200, in place of the file (Q47). */
    HTML_AS_FILE,
    /** A JSON error, 200, in place of the file (§5). */
    JSON_AS_FILE,
    /** {@code Content-Length} promises one byte more than ever comes (Q60). */
    WRONG_LENGTH,
    /** The file stops coming half-way; the value sets after how many bytes (§5). */
    STALLED_FILE,
    /** The connection is cut after as many bytes as the value says, half of what was asked for otherwise (§5). */
    CUT_CONNECTION_AT,
    /** The file comes 1 KiB at a time, 5 ms apart unless the value says otherwise. */
    SLOW_FILE,
    /** 503 from the storage. */
    STORAGE_503,

    // ---- Hugging Face

    /** The repository answers under another name, as after it was renamed. */
    HUB_RENAMED,
    /** 401, the terms of the repository must be accepted. */
    HUB_GATED_401,
    /** The file is not there any more. */
    HUB_404,
    /** The list of files gives another SHA-256 than that of the bytes that come. */
    HUB_OTHER_SHA,
    /** A page, 200, in place of the file. */
    HUB_PAGE,
    /** The pointer of Git LFS, 200, in place of the file. */
    HUB_POINTER,

    // ---- ComfyUI

    /** Each answer is an HTML page, 200, as of a proxy that wants a login. */
    COMFY_HTML,
    /** Each answer is 500. */
    COMFY_ERROR_500,
    /** {@code POST /prompt} refuses every workflow with 400 and node errors, whatever it is. */
    COMFY_REFUSES,
    /** {@code POST /prompt} takes the workflow and says at once that some of its outputs will be left out. */
    COMFY_LEAVES_OUT,
    /** {@code VAEDecode} and {@code TextEncodeQwenImageEdit} are classes that this server does not know. */
    COMFY_MISSING_CLASS,
    /** Models in subfolders are listed with backslashes, as on Windows. */
    COMFY_BACKSLASHES,
    /** As before 2025: gives jobs ids of its own, interrupts whatever runs, lists no folders, says no success. */
    COMFY_OLD,
    /** Each step of a sampler takes 50 ms, or as many as the value says. */
    COMFY_SLOW,
    /** No WebSocket can be had. */
    COMFY_NO_WEBSOCKET,
    /** The WebSocket is cut at the first step of a sampler. */
    COMFY_WEBSOCKET_DROPS,
    /** Between the messages of one job come those of another, which ends, fails and is interrupted. */
    COMFY_FOREIGN_MESSAGES,
    /** At the first step of a sampler it starts anew: queue and history are forgotten, files stay. */
    COMFY_RESTARTS,
    /** At the first step of a sampler it ends, and nobody answers any more. */
    COMFY_DIES,
    /** A sampler hangs at its first step until it is interrupted. */
    COMFY_NEVER_FINISHES,
    /** A sampler fails, as one that is out of memory does. */
    COMFY_EXECUTION_ERROR,
    /** Somebody else interrupts the job. */
    COMFY_INTERRUPTED_BY_OTHERS,
    /** The history of a job is answered with that of another, under its own id. */
    COMFY_FOREIGN_HISTORY,
    /** The history of a job is answered with that of another, under the id asked for. */
    COMFY_LYING_HISTORY,
    /** A finished job stands in no history, as if its outputs had never been. */
    COMFY_NO_HISTORY,
    /** {@code /view} gives another job's picture. */
    COMFY_FOREIGN_OUTPUT,
    /** Pictures carry no metadata ({@code --disable-metadata}). */
    COMFY_NO_METADATA,
    /** The outputs' names lead out of every folder. */
    COMFY_EVIL_NAMES,
    /** {@code /view} breaks off in the middle. */
    COMFY_CUT_OUTPUT,
    /** {@code /view} knows no such file. */
    COMFY_VIEW_404;

    /** The name as a command line writes it, such as {@code ignore-image-id}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault of that name, as {@link #text()} writes it. */
    public static Optional<Fault> named(String text) {
        return Arrays.stream(values())
                .filter(fault -> fault.text().equals(text))
                .findFirst();
    }
}
