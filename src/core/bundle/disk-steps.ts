/** How create.sh makes the root disk: one recipe for each kind of source. */
import { sizeInBytes } from '../table/index.ts'
import { utf8Encode } from '../text/index.ts'
import { bootcRecipe } from './bootc-recipe.ts'
import { bootstrapRecipe } from './bootstrap-recipe.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { fileNameOf } from './file-name.ts'
import { isFetched } from './needs.ts'
import { sha256 } from './sha256.ts'
import { pathWord, word } from './shell-words.ts'

/** What a disk has that the design gives no size, in the recipes that need one. */
const usualSize = 20 * 1024 ** 3

/** Lines of create.sh that leave the root disk at `$disk`. Empty when the VM brings its disks along. */
export function diskStep(plan: BundlePlan): string {
  const { rootDisk, design } = plan
  if (rootDisk?.source?.file === undefined) return ''
  const size = sizeInBytes(design.spec.disk_size ?? '')
  const disk = `\ndisk=${pathWord(rootDisk.source.file)}\n`
  if (design.spec.source?.kind === 'bootstrap') return disk + bootstrapRecipe(design)
  const recipe = recipeOf(
    plan,
    rootDisk.driver?.type ?? 'qcow2',
    size === undefined ? undefined : Math.floor(size),
  )
  return `${disk}if [ -e "$disk" ]; then
  say "The disk is there already: $disk"
else
  mkdir -p -- "$(dirname -- "$disk")"
  part=$disk.part
  rm -f -- "$part"
${indented(recipe)}  chmod 600 -- "$part"
  mv -- "$part" "$disk"
  part=
  did "The disk is made: $disk"
fi
`
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}

function recipeOf(plan: BundlePlan, format: string, size: number | undefined): string {
  const { source } = plan.design.spec
  switch (source?.kind) {
    case 'cloud_image':
      return cloudImage(plan, format, size)
    case 'clone':
      return clone(plan, format) + grow(format, size)
    case 'bootc':
      return bootcRecipe(source, format, size ?? usualSize)
    default:
      return `qemu-img create -q -f ${word(format)} "$part" ${size ?? usualSize}\n`
  }
}

function grow(format: string, size: number | undefined): string {
  return size === undefined ? '' : `qemu-img resize -q -f ${word(format)} "$part" ${size}\n`
}

/** Functions that the recipe needs, for the beginning of the script. */
export function diskFunctions({ rootDisk, design }: BundlePlan): string {
  return rootDisk !== undefined && design.spec.source?.kind === 'cloud_image' ? imageFunctions : ''
}

const imageFunctions = `
# fetch URL FILE
fetch() {
  if command -v curl >/dev/null; then curl -fL --retry 3 -o "$2" --url "$1"; else wget -O "$2" -- "$1"; fi
}

# check_sum TYPE WANTED FILE: the checksum is printed when none is wanted.
check_sum() {
  sum=$("$1sum" <"$3")
  sum=\${sum%% *}
  [ -n "$2" ] || say "The image is not checked, since the design has no checksum. Its $1 is $sum"
  [ -z "$2" ] || [ "$2" = "$sum" ]
}
`

/** The image is never written to: qcow2 keeps what the VM changes in a file of its own. */
function cloudImage(plan: BundlePlan, format: string, size: number | undefined): string {
  const { url = '', checksum } = plan.design.spec.source ?? {}
  const type = checksum?.type ?? 'sha256'
  const wanted = word(checksum?.value?.toLowerCase() ?? '')
  const overlay =
    format === 'qcow2'
      ? `qemu-img create -q -f qcow2 -F "$format" -b "$image" "$part"`
      : `qemu-img convert -q -f "$format" -O ${word(format)} "$image" "$part"`
  return `${isFetched(url) ? fetched(plan, url, type, wanted) : local(url, type, wanted)}
format=$(qemu-img info "$image" | sed -n 's/^file format: //p')
[ -n "$format" ] || fail "This is no image of a disk: $image"
# An image that names another file would show the guest that file.
! qemu-img info "$image" | grep -q '^backing file:' || fail "The image names another file that it stands on: $image"
${overlay}
${grow(format, size)}`
}

function fetched(plan: BundlePlan, url: string, type: string, wanted: string): string {
  return `url=${word(url)}
image=${pathWord(`${cacheDirectory(plan)}/${cachedName(url)}`)}
if ! [ -e "$image" ]; then
  mkdir -p -- "$(dirname -- "$image")"
  part=$image.part
  say "Fetching $url"
  fetch "$url" "$part" || fail "The image can not be fetched: $url"
  check_sum ${type} ${wanted} "$part" || fail "The ${type} of what came from $url is $sum, and the design wants ${wanted === "''" ? '' : wanted}. It is not kept."
  mv -- "$part" "$image"
  part=$disk.part
  did "The image is fetched: $image"
else
  check_sum ${type} ${wanted} "$image" || fail "The ${type} of $image is $sum, and the design wants ${wanted === "''" ? '' : wanted}. Delete it to have it fetched again."
fi
`
}

function local(url: string, type: string, wanted: string): string {
  const path = url.replace(/^file:\/\/(localhost)?(?=\/)/i, '')
  const image = /^(\/|~\/)/.test(path) ? pathWord(path) : `"$here"/${word(path)}`
  return `image=${image}
[ -e "$image" ] || fail "The image is missing: $image"
check_sum ${type} ${wanted} "$image" || fail "The ${type} of $image is $sum, and the design wants ${wanted === "''" ? '' : wanted}."
`
}

/** Beside the VMs, since their disks stand on it: what is called a cache may be emptied at any time. */
function cacheDirectory({ design, libvirt }: BundlePlan): string {
  const said = design.spec.source?.cache
  if (said !== undefined && /^(\/|~\/)/.test(said)) return said
  const { stateDir } = libvirt.paths
  return `${stateDir.slice(0, stateDir.lastIndexOf('/'))}/.images`
}

/** Two addresses never meet in one file, and a person still knows what it is. */
function cachedName(url: string): string {
  const last = url.replace(/[?#].*$/, '').replace(/\/+$/, '')
  const name = last.slice(last.lastIndexOf('/') + 1).replace(/[^A-Za-z0-9._-]/g, '-')
  return `${sha256(utf8Encode(url)).slice(0, 8)}-${fileNameOf(name)}`
}

/** A copy of its own: the other VM may go on, or go away. */
function clone({ design }: BundlePlan, format: string): string {
  const { from_vm: from = '', from_snapshot: snapshot, cloud_init_clean: clean } = design.spec.source ?? {}
  const ofSnapshot =
    snapshot === undefined || snapshot === '' ? '' : `-l ${word(`snapshot.name=${snapshot}`)} `
  return `from=${word(from)}
from_state=$(on_libvirt domstate -- "$from") || fail "The VM to copy is not there: $from"
[ "$from_state" = 'shut off' ] || fail "The VM to copy is not shut off, so its disk is in motion: $from"
original=$(on_libvirt domblklist --details -- "$from" | sed -n 's/^ *[a-z]* *disk *[^ ]* *//p' | sed -n 1p)
[ -e "$original" ] || fail "The VM to copy has no disk that is a file: $from"
qemu-img convert -q ${ofSnapshot}-O ${word(format)} "$original" "$part"
${clean === true ? `virt-customize -q -a "$part" --run-command 'cloud-init clean --logs' --truncate /etc/machine-id\n` : ''}`
}
