/** Lines of create.sh that wait until one can log in, and say how. */
import type { BundlePlan } from './bundle-plan.ts'
import { word } from './shell-words.ts'
import { sshAlias } from './ssh-config.ts'

export function waitStep(plan: BundlePlan): string {
  const { forward, login, key } = plan
  if (forward === undefined)
    return `
say "The addresses of the guest, once it has some: virsh -c $uri domifaddr $typed"
`
  return `
# Names beside this script: ssh reads those of its options in a language of its own.
log_in() {
  ssh -F none -o BatchMode=yes -o ConnectTimeout=5 -o StrictHostKeyChecking=accept-new -o UserKnownHostsFile=known_hosts \\
    \${identity:+-i "$identity"} -p "$port" -l ${word(login ?? 'root')} -- ${word(forward.address)} true </dev/null 2>&1
}

if [ "$limit" -gt 0 ]; then
  [ -e known_hosts ] || made beside known_hosts
  say "Waiting for SSH on port $port, up to $limit seconds."
  until_time=$(($(date +%s) + limit))
  refused=0
  while :; do
    ! answer=$(log_in) || { answer=; break; }
    case $answer in *'Permission denied'*) refused=$((refused + 1)) ;; esac
    ${hopeless(login, key.kind)}
    [ "$(state_of)" = running ] || fail "The VM has stopped. Its console: virsh -c $uri console $typed"
    [ "$(date +%s)" -lt "$until_time" ] || fail "SSH does not let you in after $limit seconds: $answer. The guest's console: virsh -c $uri console $typed"
    sleep 2
  done
  [ -n "$answer" ] || say 'SSH lets you in.'
  [ -z "$answer" ] || say 'SSH answers; whether it lets you in is between you and your key.'
fi
say "Log in, in this directory: ssh -F ssh.config${plan.firstPort === undefined ? '' : ' -p $port'} ${sshAlias(plan)}"
`
}

/** With a key that is not ours to try, or for a user that is a guess, an answer is all that can be waited for. */
function hopeless(login: string | undefined, kind: BundlePlan['key']['kind']): string {
  const patience = login === undefined || kind === 'none' ? 1 : kind === 'known' ? 30 : undefined
  return patience === undefined ? ':' : `[ "$refused" -lt ${patience} ] || break`
}
