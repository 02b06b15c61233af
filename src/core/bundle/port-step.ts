/** Lines of create.sh that choose the host's port for SSH. */
import type { BundlePlan } from './bundle-plan.ts'

/** `$port`: the one of the design, or the first free one; once chosen it stays. Empty when no forward leads to SSH. */
export function portStep({ forward, firstPort }: BundlePlan): string {
  if (forward === undefined) return ''
  if (firstPort === undefined) return `port=${forward.port}\n`
  return `
# Listening sockets, whoever has them: the port in hexadecimal digits, state 0A.
is_taken() { cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -q "^ *[0-9]*: [0-9A-F]*:$(printf '%04X' "$1") [0-9A-F:]* 0A "; }
if [ -e "$state/ssh-port" ]; then
  read -r port <"$state/ssh-port"
  say "The port for SSH is chosen already: $port"
else
  port=${firstPort}
  while is_taken "$port"; do port=$((port + 1)); done
  begin_file "$state/ssh-port"
  echo "$port" >"$part"
  mv -- "$part" "$state/ssh-port"
  part=
  made file ssh-port
  did "The port for SSH is chosen: $port"
fi
`
}
