/** How the VM starts with the host. */

import { sha256, unitValue, unitWord, utf8Encode } from '../text/index.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { plainNameOf } from './file-name.ts'
import { word } from './shell-words.ts'

/** Of the user's systemd, since a session's libvirt only runs while somebody talks to it. */
export function unitName({ design }: BundlePlan): string {
  const plain = plainNameOf(design.name)
  const mark = plain === design.name ? '' : `-${sha256(utf8Encode(design.name)).slice(0, 8)}`
  return `vmwright-${plain}${mark}.service`
}

export function autostartStep(plan: BundlePlan): string {
  if (plan.design.spec.autostart !== true) return ''
  return plan.uri === 'qemu:///system' ? ofSystem : ofSession(plan)
}

/** Lines of destroy.sh; libvirt itself forgets its own. */
export function autostartEnd(plan: BundlePlan): string {
  if (plan.design.spec.autostart !== true || plan.uri === 'qemu:///system') return ''
  return `
unit=${unitName(plan)}
unit_file=\${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user/$unit
if grep -qxF -e "unit $unit" -- "$list" 2>/dev/null && [ -e "$unit_file" ]; then
  systemctl --user disable -q "$unit" || :
  rm -f -- "$unit_file"
  systemctl --user daemon-reload || :
  did "The VM does not start with the host any more. Your session still does: loginctl disable-linger ends that."
fi
`
}

const ofSystem = `
if on_libvirt dominfo -- "$name" | grep -q '^Autostart: *enable'; then
  say 'The VM starts with the host already.'
else
  on_libvirt autostart -- "$name"
  did 'The VM starts with the host from now on.'
fi
`

/** Empty for a name that no unit can say, which `name.invalid` speaks of. */
function ofSession(plan: BundlePlan): string {
  const unit = unitText(plan)
  if (unit === undefined) return ''
  return `
unit=${unitName(plan)}
unit_file=\${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user/$unit
if ! systemctl --user show-environment >/dev/null 2>&1; then
  say "The VM does not start with the host: your session has no systemd that could start it." >&2
else
  mkdir -p -- "$(dirname -- "$unit_file")"
  begin_file "$unit_file"
  printf '%s' ${word(unit)} >"$part"
  put "$unit_file" 'The unit that starts the VM with the host' unit "$unit"
  systemctl --user daemon-reload
  systemctl --user enable -q "$unit"
  if [ "$(loginctl show-user "$(id -un)" -p Linger --value 2>/dev/null)" != yes ]; then
    loginctl enable-linger
    did 'Your session begins with the host from now on: loginctl enable-linger'
  fi
fi
`
}

/** KillMode: the session's libvirt may have been started here, with all its VMs. */
function unitText({ design, uri }: BundlePlan): string | undefined {
  const name = unitWord(design.name)
  if (name === undefined) return undefined
  return `[Unit]
Description=VM ${unitValue(design.name) ?? plainNameOf(design.name)}

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=virsh -c ${uri} start -- ${name}
ExecStop=virsh -c ${uri} shutdown -- ${name}
KillMode=process

[Install]
WantedBy=default.target
`
}
