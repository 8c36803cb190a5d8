#!/usr/bin/env bash
# A published ranking of 150 rows from the portal, beside nginx `gzip_static` sending the very same bytes with its access
# log on: both on one core, the load on another, in turns. Prints requests a second, p99 in ms, CPU a request, and their ratios.
# Wants nginx, wrk, curl and two cores. PORTAL=<folder> measures what is published there already; RUNS and SECONDS_EACH
# change the default of five turns of eight seconds.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
runs=${RUNS:-5} seconds=${SECONDS_EACH:-8} connections=${CONNECTIONS:-32}
served=${SERVED_CORE:-0} loading=${LOADING_CORE:-1}
portal_port=${PORTAL_PORT:-18080} nginx_port=${NGINX_PORT:-18081}
page=/xep-hang/2025/xa

for tool in nginx wrk curl taskset; do
  command -v "$tool" > /dev/null || { echo "$tool is missing (apt: nginx-light wrk curl util-linux)" >&2; exit 1; }
done

work=$(mktemp --directory "${TMPDIR:-/tmp}/parindex-bench-XXXXXX")
chmod 755 "$work"
portal_id='' nginx_id=''
finish() {
  if [ -n "$portal_id" ]; then kill "$portal_id" 2> /dev/null && wait "$portal_id" 2> /dev/null || true; fi
  if [ -n "$nginx_id" ]; then kill "$nginx_id" 2> /dev/null && wait "$nginx_id" 2> /dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

portal=${PORTAL:-$work/portal}
if [ -z "${PORTAL:-}" ]; then
  dotnet publish "$root/src/ParIndex.Web" --configuration Release --output "$portal" -v quiet -clp:NoSummary
fi

export ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS="http://127.0.0.1:$portal_port" DOTNET_gcServer=0
export Site__Province='Tỉnh Mẫu' DataFolder="$work/data" AllowedHosts='localhost;127.0.0.1'
mkdir "$work/data"

{
  echo 'STT;Xã, phường;Điểm thẩm định;Điểm điều tra;Tổng điểm;Thang điểm;Chỉ số (%);Xếp loại'
  for place in $(seq 1 150); do
    cents=$((9500 - place * 30))
    rating=$([ "$cents" -ge 8000 ] && echo 'Tốt' || { [ "$cents" -ge 7000 ] && echo 'Khá' || echo 'Trung bình'; })
    printf '%d;Xã Số %03d;%d,%02d;20,00;%d,%02d;100;%d,%02d;%s\n' "$place" "$place" \
      $(((cents - 2000) / 100)) $(((cents - 2000) % 100)) $((cents / 100)) $((cents % 100)) $((cents / 100)) $((cents % 100)) "$rating"
  done
} > "$work/table.csv"
(cd "$portal" && dotnet ParIndex.Web.dll import-table "$work/table.csv" --year 2025 --group xa --bands 'Tốt=80,Khá=70,Trung bình=0' --create-units --publish) > "$work/import.txt" 2>&1 \
  || { cat "$work/import.txt" >&2; exit 1; }

(cd "$portal" && exec taskset --cpu-list "$served" dotnet ParIndex.Web.dll) > "$work/portal.log" 2>&1 &
portal_id=$!
for _ in $(seq 100); do curl --silent --fail --output /dev/null "http://127.0.0.1:$portal_port/health/ready" && break; sleep 0.2; done

# The same bytes for both: the portal's gzip, and the plain text that gives nginx its date and type.
mkdir -p "$work/site$(dirname "$page")"
file="$work/site$page.html"
curl --silent --fail --output "$file" "http://127.0.0.1:$portal_port$page"
curl --silent --fail --header 'Accept-Encoding: gzip' --output "$file.gz" "http://127.0.0.1:$portal_port$page"
gzip --decompress --stdout "$file.gz" | cmp - "$file"

cat > "$work/nginx.conf" <<CONF
daemon off; master_process off; pid $work/nginx.pid; error_log $work/error.log; user $(id -un);
events { worker_connections 1024; }
http {
  types { text/html html; } charset utf-8; access_log $work/access.log combined; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  client_body_temp_path $work/b; proxy_temp_path $work/p; fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;
  server { listen 127.0.0.1:$nginx_port reuseport; root $work/site; gzip_static on; location / { try_files \$uri.html =404; } }
}
CONF
taskset --cpu-list "$served" nginx -c "$work/nginx.conf" & nginx_id=$!
sleep 1
curl --silent --fail --header 'Accept-Encoding: gzip' "http://127.0.0.1:$nginx_port$page" | cmp - "$file.gz"
echo "$(stat --format=%s "$file.gz") bytes each, $(stat --format=%s "$file") plain; $runs turns of $seconds s, $connections connections"

cpu() { awk -v hertz="$(getconf CLK_TCK)" '{ print ($14 + $15) * 1000000 / hertz }' "/proc/$1/stat"; } # microseconds so far

measure() { # name process port seconds
  local before; before=$(cpu "$2")
  taskset --cpu-list "$loading" wrk --threads 1 --connections "$connections" --duration "$4s" --latency --header 'Accept-Encoding: gzip' "http://127.0.0.1:$3$page" > "$work/wrk.txt"
  awk -v name="$1" -v cpu="$(($(cpu "$2") - before))" '/requests in/ { requests = $1 } /Requests\/sec/ { rate = $2 } $1 == "99%" { p99 = $2 }
    function ms(text) { return text ~ /us$/ ? text / 1000 : text ~ /ms$/ ? text + 0 : text * 1000 }
    /Non-2xx|Socket errors/ { print "errors: " $0 > "/dev/stderr"; bad = 1 }
    END { printf "%s %.0f %.2f %.1f\n", name, rate, ms(p99), cpu / requests; exit bad }' "$work/wrk.txt"
}

measure portal "$portal_id" "$portal_port" "${WARM_UP:-60}" > /dev/null   # on one core under load the compiler needs so long
measure nginx "$nginx_id" "$nginx_port" 2 > /dev/null
for _ in $(seq "$runs"); do
  measure portal "$portal_id" "$portal_port" "$seconds"
  measure nginx "$nginx_id" "$nginx_port" "$seconds"
done | tee "$work/figures.txt"

grep --quiet --fixed-strings "$page" "$work/portal.log"   # a line each: the portal's log is there as nginx's is
awk '{ rate[$1, ++n[$1]] = $2; p99[$1, n[$1]] = $3; cpu[$1, n[$1]] = $4 }
  function median(of, name,   i, j, sorted, swap) {
    for (i = 1; i <= n[name]; i++) sorted[i] = of[name, i]
    for (i = 1; i <= n[name]; i++) for (j = i + 1; j <= n[name]; j++) if (sorted[j] < sorted[i]) { swap = sorted[i]; sorted[i] = sorted[j]; sorted[j] = swap }
    return sorted[int((n[name] + 1) / 2)]
  }
  END {
    printf "median: portal %.0f/s p99 %.2f ms, nginx %.0f/s p99 %.2f ms\n", median(rate, "portal"), median(p99, "portal"), median(rate, "nginx"), median(p99, "nginx")
    printf "CPU a request: portal %.1f us, nginx %.1f us, ratio %.2f (holds on a busy machine too)\n", median(cpu, "portal"), median(cpu, "nginx"), median(cpu, "nginx") / median(cpu, "portal")
    printf "ratio: %.2f of the requests, %.2f of the p99\n", median(rate, "portal") / median(rate, "nginx"), median(p99, "portal") / median(p99, "nginx")
  }' "$work/figures.txt"
requests=$(grep --count --fixed-strings "$page" "$work/portal.log"); lines=$(wc -l < "$work/access.log")
echo "log lines: portal $requests, nginx $lines"
