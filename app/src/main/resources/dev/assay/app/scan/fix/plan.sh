#!/bin/sh
# Fetches the models that workflows need, each checked before it gets its name. Run it again where it broke off.
# Usage: COMFYUI_ROOT=/path/to/ComfyUI sh plan.sh     (keys, from the environment: CIVITAI_API_KEY, HF_TOKEN)
set -eu
: "${COMFYUI_ROOT:?set COMFYUI_ROOT to your ComfyUI folder}"
say() { printf '%s\n' "$*" >&2; }
[ -d "$COMFYUI_ROOT" ] || { say "COMFYUI_ROOT is no folder: $COMFYUI_ROOT"; exit 1; }
for tool in curl sha256sum; do
    command -v "$tool" >/dev/null || { say "this needs $tool, and there is none"; exit 1; }
done
failed=0
part= lock=
trap 'if [ -n "$lock" ]; then rm -f "$lock"; fi' EXIT
trap 'exit 130' HUP INT TERM

# key WHOSE: only its owner's server is sent it
key() {
    case $1 in
        site) printf %s "${CIVITAI_API_KEY:-${CIVITAI_TOKEN:-}}" ;;
        hub) printf %s "${HF_TOKEN:-}" ;;
    esac
}

# whole FILE SHA256
whole() {
    [ -f "$1" ] && sum=$(sha256sum <"$1") && [ "${sum%% *}" = "$2" ]
}

# size FILE
size() {
    if [ -f "$1" ]; then wc -c <"$1"; else echo 0; fi
}

# ask PART WHOSE URL: what is lacking of a part; prints the status of the answer
ask() {
    token=$(key "$2")
    if [ -n "$token" ]; then printf 'header = "Authorization: Bearer %s"\n' "$token"; fi |
        curl -fL --proto 'PROTOCOLS' --proto-redir 'PROTOCOLS' --connect-timeout 30 --speed-limit 1 --speed-time 60 \
            -C - -o "$1" -w '%{http_code}' -K - -- "$3"
}

# download PART WHOSE URL: what has arrived stays, whatever fails; it is given up after five times without a new byte
download() {
    tries=0
    while [ "$tries" -lt 5 ]; do
        had=$(size "$1") status=0
        code=$(ask "$1" "$2" "$3") || status=$?
        case $status:$code in
            0:*) return 0 ;;
            33:* | 36:* | *:416)
                # What is there is no beginning of what the server has.
                rm -f "$1" ;;
            22:408 | 22:429 | 22:5??) ;;
            22:401 | 22:403)
                say "the server wants a key, or an agreement on its page (it answered $code)"; return 1 ;;
            22:*) say "the server does not give it (it answered $code)"; return 1 ;;
            23:*) say "it cannot be written: is the disk full, or the folder read-only?"; return 1 ;;
        esac
        if [ "$(size "$1")" -gt "$had" ]; then tries=0; else tries=$((tries + 1)); fi
        sleep "$tries"
    done
    return 1
}

# alone FILE: one script at a time writes a part; a lock whose process is gone is nobody's
alone() {
    if (set -C; echo $$ >"$1") 2>/dev/null; then lock=$1; return 0; fi
    owner=$(cat "$1" 2>/dev/null) || owner=
    if [ -n "$owner" ] && kill -0 "$owner" 2>/dev/null; then
        say "process $owner is fetching it; or, if that is something else, remove $1"
        return 1
    fi
    rm -f "$1"
    (set -C; echo $$ >"$1") && lock=$1
}

# arrive SHA256 WHOSE URL: the whole part, whatever an earlier run left of it
arrive() {
    whole "$part" "$1" && return 0
    began=$(size "$part")
    download "$part" "$2" "$3" || return 1
    whole "$part" "$1" && return 0
    rm -f "$part"
    if [ "$began" -gt 0 ]; then
        download "$part" "$2" "$3" || return 1
        whole "$part" "$1" && return 0
        rm -f "$part"
    fi
    say "what came is not what was promised, and was removed"
    return 1
}

# place TARGET SHA256 WHOSE URL
place() {
    if [ -e "$1" ] || [ -L "$1" ]; then
        if whole "$1" "$2"; then echo "there already: $1"; return 0; fi
        say "another file has its name, and is not replaced"
        return 1
    fi
    folder=$(dirname "$1")
    mkdir -p "$folder" || return 1
    part=$folder/.$2.part
    alone "$folder/.$2.lock" || return 1
    arrive "$2" "$3" "$4" || return 1
    # First all of it is on the medium, then it has its name. Neither way replaces a file that came there meanwhile.
    sync "$part" 2>/dev/null || sync
    if ln "$part" "$1" 2>/dev/null; then rm -f "$part"; else mv -n "$part" "$1"; fi
    if [ -e "$part" ]; then say "another file got its name meanwhile, and is not replaced"; return 1; fi
    echo "fetched: $1"
}

# fetch FOLDER NAME SHA256 WHOSE URL
fetch() {
    target=$COMFYUI_ROOT/models/$1/$2
    result=0
    place "$target" "$3" "$4" "$5" || result=1
    if [ -n "$lock" ]; then rm -f "$lock"; lock=; fi
    [ "$result" -eq 0 ] || { say "not fetched: $target"; failed=1; }
}

