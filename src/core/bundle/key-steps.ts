/** Lines of create.sh about the SSH key, and about all that is put into files on the host. */
import type { BundlePlan } from './bundle-plan.ts'
import { homeForSed, homeToken } from './home-token.ts'
import { word } from './shell-words.ts'
import { codedCredential, isPutInLater, placeholderKey } from './ssh-key.ts'

/** `$key` is the public key, `$identity` the file of the private one; it may be empty. */
export function keyStep({ key, forward }: BundlePlan): string {
  switch (key.kind) {
    case 'generate':
      return `${makePair}key_file=ssh-key.pub\nmake_pair\n${readKey}`
    case 'own':
      return `${makePair}
# Under sudo the key is that of who called it.
own_home=\${HOME-}
[ -z "\${SUDO_USER-}" ] || own_home=$(getent passwd "$SUDO_USER" | cut -d : -f 6)
key_file=$own_home/.ssh/id_ed25519.pub
if [ -e ssh-key.pub ] || ! [ -e "$key_file" ]; then
  key_file=ssh-key.pub
  make_pair
fi
${readKey}`
    case 'file':
      return `
key_file=${word(key.path)}
${readKey}`
    default:
      return forward === undefined ? '' : '\nidentity=\n'
  }
}

/** Under sudo it belongs to the caller, who is to log in with it. */
const makePair = `
make_pair() {
  if [ -e ssh-key.pub ]; then
    say 'The SSH key is there already: ssh-key'
    return
  fi
  ssh-keygen -q -t ed25519 -N '' -C vmwright -f ssh-key
  made beside ssh-key
  made beside ssh-key.pub
  [ -z "\${SUDO_UID-}" ] || chown "$SUDO_UID:\${SUDO_GID-}" ssh-key ssh-key.pub
  did 'The SSH key is made: ssh-key'
}
`

/** The comment goes, so that every key has the same length. */
const readKey = String.raw`key=$(sed -n 's/^\(ssh-ed25519 [A-Za-z0-9+/]\{68\}\)\( .*\)*$/\1 vmwright/p' "$key_file" | sed -n 1p)
[ -n "$key" ] || fail "This holds no Ed25519 public key, the only kind that can be put in here: $key_file. For another kind put the key into the host facts as ssh_public_key, and make the bundle anew."
identity=${'$'}{key_file%.pub}
[ -e "$identity" ] || identity=
`

/** `fill_in` is a filter: the home, the key and the port take the place of what stands for them. */
export function substitution(plan: BundlePlan): string {
  const { key, firstPort, libvirt } = plan
  const coded = codedCredential(libvirt.domain)
  const later = isPutInLater(key)
  const edits = [
    `-e "s|${homeToken}/|$home/|g"`,
    ...(later ? [`-e "s|${placeholderKey}|$key|g"`] : []),
    ...(later && coded !== undefined ? ['-e "s|$coded_credential|$credential|g"'] : []),
    ...(firstPort === undefined
      ? []
      : [
          `-e "s|start='${firstPort}' to='22'|start='$port' to='22'|"`,
          // passt and QEMU's own network spell it differently.
          `-e "s|/${firstPort}:22|/$port:22|g"`,
          `-e "s|:${firstPort}-:22|:$port-:22|g"`,
        ]),
  ]
  return `
# As XML and the right side of an s command of sed want it.
${homeForSed}
${later && coded !== undefined ? codedKey(coded) : ''}fill_in() {
  sed ${edits.join(' \\\n    ')}
}
`
}

/** systemd takes the file in base64, and all of it as a credential in base64 again. */
function codedKey(coded: string): string {
  return `coded() { base64 | tr -d '\\n'; }
coded_credential=${word(coded)}
coded_placeholder=$(printf '%s\\n' ${word(placeholderKey)} | coded)
coded_key=$(printf '%s\\n' "$key" | coded)
credential=$(printf '%s' "$coded_credential" | base64 -d | sed "s|$coded_placeholder|$coded_key|" | coded)
`
}
