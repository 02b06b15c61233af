/** Lines of create.sh about the installation of a system: its CDs, its kernel, the answers to its questions. */
import type { InstallationMedium } from '../resolve/index.ts'
import { placeholderHash } from '../unattended/index.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { fetchLines } from './fetch-lines.ts'
import { checkLine, checkOfSum } from './image-check.ts'
import { pathWord, word } from './shell-words.ts'
import { isPutInLater, placeholderKey, placesOf } from './ssh-key.ts'

/** Functions for the beginning of the script; the file `installed` says that the installer is taken out. */
export function installerFunctions({ libvirt: { installation }, answers }: BundlePlan): string {
  if (installation === undefined) return ''
  return `
is_installed() { [ -n "$installed" ] || [ -e "$state/installed" ]; }
${installation.boot === undefined ? '' : fromIso}${answers === undefined ? '' : madeUp}`
}

const fromIso = `
# from_iso ISO FILE PATH...: the first of the paths that is in the ISO becomes FILE.
from_iso() {
  iso=$1
  file=$2
  shift 2
  for inner; do
    if command -v xorriso >/dev/null; then
      rm -f -- "$file"
      xorriso -no_rc -osirrox on -indev "$iso" -extract "$inner" "$file" >/dev/null 2>&1 || :
    elif command -v bsdtar >/dev/null; then
      bsdtar -xOf "$iso" "\${inner#/}" >"$file" 2>/dev/null || :
    else
      isoinfo -R -i "$iso" -x "$inner" >"$file" 2>/dev/null || :
    fi
    [ ! -s "$file" ] || { chmod 600 -- "$file" && return 0; }
  done
  return 1
}
`

/** Twelve letters and digits that nobody mistakes for one another. The hash is as long as what stands for it. */
const madeUp = `
put_in() { printf '%s' "$2" | dd of="$part" bs=1 seek="$1" conv=notrunc 2>/dev/null; }
random_text() { dd if=/dev/urandom bs=1024 count=1 2>/dev/null | tr -dc "$1" | cut -c "1-$2"; }
make_password() {
  password=$(random_text a-km-np-z2-9 12)
  hash=$(printf '%s\\n' "$password" | openssl passwd -6 -salt "$(random_text a-z0-9 16)" -stdin)
  [ "\${#hash}" -eq ${placeholderHash.length} ] || fail 'openssl makes no hash of the password.'
}
`

/** Programs that these lines need: each the one that is named first, or another that does the same. */
export function installerPrograms({ libvirt: { installation }, makesPassword }: BundlePlan): string[][] {
  if (installation === undefined) return []
  const { media, boot } = installation
  return [
    ...(media.some(({ url }) => url !== undefined) ? [['curl', 'wget']] : []),
    ...media.flatMap((medium) => (isChecked(medium) ? [[`${medium.checksum.type}sum`]] : [])),
    ...(boot === undefined ? [] : [['xorriso', 'bsdtar', 'isoinfo']]),
    ...(makesPassword ? [['openssl']] : []),
  ]
}

/** What lies on the host without a checksum is the person’s own. */
function isChecked({ url, checksum }: InstallationMedium): boolean {
  return url !== undefined || checksum.value !== undefined
}

/** What the option \`--installed\` does. */
export function installedStep({ libvirt: { installation } }: BundlePlan): string {
  if (installation === undefined) return ''
  return `
if [ -n "$installed" ] && ! [ -e "$state/installed" ]; then
  if [ -n "$libvirt" ] && is_defined; then
    [ "$(state_of)" = 'shut off' ] || fail "The VM runs: shut it down, then run this again. virsh -c $uri shutdown $typed"
  fi
  : >"$state/installed"
  made file installed
  did 'The CDs of the installer are taken out.'
fi
`
}

/** Everything that the installer needs, unless it is done. */
export function installerSteps(plan: BundlePlan): string {
  const { installation } = plan.libvirt
  if (installation === undefined) return ''
  const media = installation.media.map((medium) => mediumStep(medium)).join('')
  return `
if ! is_installed; then
${media}${answerStep(plan)}${bootStep(plan)}  :
fi
`
}

function mediumStep(medium: InstallationMedium): string {
  const { file, url, checksum } = medium
  const check = checkOfSum(checksum)
  if (url !== undefined) return fetchLines({ url, file, check })
  const image = `  image=${pathWord(file)}\n`
  return isChecked(medium) ? image + checkLine(check) : image
}

/**
 * The answers as the bundle has them are kept beside what they become: so another answer file is seen, though the password
 * differs each time.
 */
function answerStep({ answers, libvirt, key, login, makesPassword }: BundlePlan): string {
  if (answers === undefined) return ''
  const { name, bytes } = answers
  const keys = isPutInLater(key) ? placesOf(placeholderKey, bytes) : []
  const hashes = placesOf(placeholderHash, bytes)
  const ofPassword = makesPassword && hashes.length > 0
  const file = libvirt.installation?.answersFile ?? `${libvirt.paths.stateDir}/answers.put-in`
  return `  begin_file "$state/${name}.bundle"
  cat ${name} >"$part"
  put "$state/${name}.bundle" 'The answer file of the bundle' file ${name}.bundle
  answers=${pathWord(file)}
  if ! [ -e "$answers" ]; then
    begin_file "$answers"
    cat ${name} >"$part"
${keys.map((place) => `    put_in ${place} "$key"\n`).join('')}${ofPassword ? '    make_password\n' : ''}${
  ofPassword ? hashes.map((place) => `    put_in ${place} "$hash"\n`).join('') : ''
}    mv -- "$part" "$answers"
    part=
    made file "\${answers##*/}"
    did "The answers to the installer's questions are made: $answers"
${
  ofPassword
    ? `    say ${word(`The password of ${login ?? 'the user'} is said this once, and kept nowhere:`)}" $password"\n`
    : ''
}  fi
`
}

/** The answers come first in the initrd: what is compressed may follow anywhere, what is not would have to be aligned. */
function bootStep({ libvirt, answers }: BundlePlan): string {
  const { boot, media } = libvirt.installation ?? {}
  const iso = media?.find(({ device }) => device === 'installer_disk')
  if (boot === undefined || iso === undefined) return ''
  const missing = (what: string) =>
    `|| fail "There is no ${what} of the installer in $image. Is it the ISO of the system that the design names?"`
  return `  image=${pathWord(iso.file)}
  kernel=${pathWord(boot.kernelFile)}
  initrd=${pathWord(boot.initrdFile)}
  if ! [ -e "$kernel" ]; then
    begin_file "$kernel"
    from_iso "$image" "$part" ${boot.kernel.map(word).join(' ')} ${missing('kernel')}
    mv -- "$part" "$kernel"
    part=
    made file "\${kernel##*/}"
    did "The kernel is taken from the ISO: $kernel"
  fi
  if ! [ -e "$initrd" ]; then
    begin_file "$initrd"
    from_iso "$image" "$part" ${boot.initrd.map(word).join(' ')} ${missing('initrd')}
${
  boot.answersInInitrd && answers !== undefined
    ? `    cat "$answers" "$part" >"$part.whole"
    mv -- "$part.whole" "$part"
`
    : ''
}    mv -- "$part" "$initrd"
    part=
    made file "\${initrd##*/}"
    did "The initrd is taken from the ISO: $initrd"
  fi
`
}

/** In place of waiting for SSH, which nobody answers before the system is installed. */
export function installingWords({ libvirt: { installation }, windows }: BundlePlan): string {
  const isTold = installation?.answers !== undefined
  const how = !isTold
    ? 'Install the system at its screen, then shut it down'
    : windows
      ? 'Windows installs itself, and asks for a product key. Shut it down when it shows its desktop'
      : 'The system installs itself, and powers the VM off at the end'
  return `  say "${how}. Then: ./create.sh --installed"
  say "Its screen: virt-viewer -c $uri -- $typed. Its console: virsh -c $uri console $typed"
`
}

/** Setup’s CD starts only when a key is pressed within five seconds; a disk that is empty has nothing else to start. */
export function pressKey({ windows, libvirt: { installation } }: BundlePlan): string {
  if (!windows || installation?.answers === undefined) return ''
  return `
if [ -n "$newly_defined" ] && [ -n "$start" ]; then
  tries=0
  while [ "$tries" -lt 10 ]; do
    on_libvirt send-key -- "$name" KEY_ENTER >/dev/null 2>&1 || :
    tries=$((tries + 1))
    sleep 1
  done
fi
`
}
