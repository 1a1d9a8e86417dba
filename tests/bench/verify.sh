#!/bin/sh
# Verifying N signed packages in one process beside xmlsec1 given the same files, and signing and verifying on all cores beside one; ratios of CPU and of
# elapsed time, each the least of three turns: sh tests/bench/verify.sh [N]. Needs the release preset with -DCCHC_TESTS=ON, xmlsec1 and openssl.
set -eu
cd "$(dirname "$0")/../.."
count=${1:-1000}
programs=${CCHC_BIN:-build/bin}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

"$programs/bench_receive" "$count" --folder "$work/bench" --smoke >"$work/made" 2>&1
quietly() { openssl "$@" >/dev/null 2>"$work/openssl" || { cat "$work/openssl" >&2; exit 1; }; }
quietly req -x509 -newkey rsa:2048 -nodes -keyout "$work/ca.key" -out "$work/ca.pem" -subj "/CN=Bench authority" -days 30
quietly req -new -newkey rsa:2048 -nodes -keyout "$work/key.pem" -out "$work/key.csr" -subj "/CN=Bench signer"
quietly x509 -req -in "$work/key.csr" -CA "$work/ca.pem" -CAkey "$work/ca.key" -CAcreateserial -out "$work/cert.pem" -days 30
quietly pkcs12 -export -inkey "$work/key.pem" -in "$work/cert.pem" -out "$work/key.p12" -passout pass:bench
echo bench >"$work/password"
mkdir "$work/trust" "$work/signed"
cp "$work/ca.pem" "$work/trust/"
printf 'kind\twhat\tunit\tfrom\tuntil\nauthority\tca.pem\t*\t\t\n' >"$work/trust/trust.tsv"

python3 - "$work" "$programs/cchc" <<'PY'
import glob, os, resource, subprocess, sys, time
work, cchc = sys.argv[1:]
plain = sorted(glob.glob(work + "/bench/smoke/packages/*"))

def least(command, turns=3):
    cpu, wall = [], []
    for _ in range(turns):
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(" ".join(command[:4]) + ": " + done.stderr[-400:])
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        wall.append(time.monotonic() - began)
    return min(cpu), min(wall)

sign = [cchc, "sign", "--key", work + "/key.p12", "--password-file", work + "/password", "-o", work + "/signed"]
print("signing, all cores beside one: elapsed %.2f" % (least(sign + ["--threads", "0"] + plain)[1] / least(sign + ["--threads", "1"] + plain)[1]))
signed = sorted(glob.glob(work + "/signed/*"))
assert len(signed) == len(plain)
verify = [cchc, "verify", "--trust", work + "/trust"]
ours, one = least(verify + ["--threads", "1"] + signed)
both, all_cores = least(verify + ["--threads", "0"] + signed)
theirs, _ = least(["xmlsec1", "--verify", "--trusted-pem", work + "/ca.pem", "--id-attr:id", "urn:cchc:submission:1:content"] + signed)
print("verifying %d signed packages, one thread: CPU %.2f of xmlsec1's (goal 1.1); on %d cores %.2f" % (len(signed), ours / theirs, os.cpu_count(), both / theirs))
print("verifying, all cores beside one: elapsed %.2f" % (all_cores / one))
PY
