/** How create.sh makes the disks: one recipe for each kind of source, and the empty ones. */
import { cachedImage, nameInStateDir } from '../host/index.ts'
import { withGuestWords } from '../systems/index.ts'
import { sizeInBytes } from '../table/index.ts'
import { bootcRecipe } from './bootc-recipe.ts'
import { bootstrapRecipe } from './bootstrap-recipe.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { fetchLines } from './fetch-lines.ts'
import { checkLine, checkOf, type ImageCheck } from './image-check.ts'
import {
  cloneFunction,
  fetchFunctions,
  imageFunctions,
  publishedSumFunctions,
  unpackFunction,
} from './image-functions.ts'
import { type ImageSource, isFetched, localImage, packerOf, publishedSums } from './image-source.ts'
import { pathWord, word } from './shell-words.ts'
import { usualDiskSize } from './usual-disk-size.ts'

/**
 * Lines of create.sh that leave each disk where it belongs. Empty when the VM brings its disks along.
 *
 * Words of the author stand in the recipes, with line breaks of theirs: so a text is put together once, and never
 * indented afterwards.
 */
export function diskSteps(plan: BundlePlan): string {
  const { rootDisk, design, newDisks } = plan
  const ofRoot =
    rootDisk?.source?.file === undefined
      ? ''
      : design.spec.source?.kind === 'bootstrap'
        ? `\ndisk=${pathWord(rootDisk.source.file)}\n${bootstrapRecipe(design)}`
        : diskStep(
            plan,
            rootDisk.source.file,
            recipeOf(plan, rootDisk.driver?.type ?? 'qcow2', bytesOf(withGuestWords(design.spec).disk_size)),
          )
  const ofNew = newDisks.map(({ file, format, size }) =>
    diskStep(plan, file, { make: emptyDisk(format, bytesOf(size) ?? usualDiskSize) }),
  )
  return [ofRoot, ...ofNew].join('')
}

/** Lines that make one disk. */
interface Recipe {
  /** Before the disk is begun. */
  readonly prepare?: string
  /** They leave it at `$part`, which is an empty file before. */
  readonly make: string
}

function bytesOf(size: string | undefined): number | undefined {
  const bytes = sizeInBytes(size ?? '')
  return bytes === undefined ? undefined : Math.floor(bytes)
}

/** Where the file is outside of the VM's directory, the author has named it: it is made, and not on the list. */
function diskStep({ libvirt }: BundlePlan, file: string, { prepare = '', make }: Recipe): string {
  const name = nameInStateDir(libvirt.paths, file)
  return `
disk=${pathWord(file)}
if [ -e "$disk" ]; then
  say "The disk is there already: $disk"
else
  [ ! -h "$disk" ] || fail "This is a link that leads nowhere: $disk"
${prepare}  mkdir -p -- "$(dirname -- "$disk")"
  begin_file "$disk"
${make}  [ ! -e "$disk" ] || fail "The disk has come from elsewhere meanwhile: $disk"
  mv -- "$part" "$disk"
  part=
${name === undefined ? '' : `  made disk ${word(name)}\n`}  did "The disk is made: $disk"
fi
`
}

function recipeOf(plan: BundlePlan, format: string, size: number | undefined): Recipe {
  const { source } = plan.design.spec
  switch (source?.kind) {
    case 'cloud_image':
      return cloudImage(plan, format, size)
    case 'clone':
      return { make: clone(plan, format) + grow(format, size) }
    case 'bootc':
      return { make: bootcRecipe(source, format, size ?? usualDiskSize) }
    default:
      return { make: emptyDisk(format, size ?? usualDiskSize) }
  }
}

function emptyDisk(format: string, size: number): string {
  return `  qemu-img create -q -f ${word(format)} "$part" ${size}\n`
}

function grow(format: string, size: number | undefined): string {
  return size === undefined ? '' : `  qemu-img resize -q -f ${word(format)} "$part" ${size}\n`
}

/** Functions that the recipes need, for the beginning of the script. */
export function diskFunctions({ rootDisk, design, libvirt }: BundlePlan): string {
  const fetches = libvirt.installation === undefined ? '' : fetchFunctions
  if (rootDisk === undefined) return fetches
  const kind = design.spec.source?.kind
  if (kind === 'clone') return cloneFunction + fetches
  if (kind !== 'cloud_image') return fetches
  const { source = {} } = design.spec
  return [
    fetchFunctions,
    imageFunctions,
    publishedSums(source) === undefined ? '' : publishedSumFunctions,
    packerOf(source) === undefined ? '' : unpackFunction,
  ].join('')
}

/** The image is never written to: qcow2 keeps what the VM changes in a file of its own. */
function cloudImage(plan: BundlePlan, format: string, size: number | undefined): Recipe {
  const { source = {} } = plan.design.spec
  const { url = '' } = source
  const check = checkOf(source)
  const overlay =
    format === 'qcow2'
      ? `  qemu-img create -q -f qcow2 -F "$format" -b "$image" "$part"`
      : `  qemu-img convert -q -f "$format" -O ${word(format)} "$image" "$part"`
  const image = isFetched(url) ? fetched(plan, source, check) : local(url, check)
  return { prepare: `${image}  image_format "$image"\n`, make: `${overlay}\n${grow(format, size)}` }
}

function fetched(plan: BundlePlan, source: ImageSource, check: ImageCheck): string {
  const { url = '' } = source
  const packer = packerOf(source)
  const isCheckedOnce = publishedSums(source) !== undefined || packer !== undefined
  // What it was held against is in the name of the file.
  const heldAgainst = isCheckedOnce ? `\n${publishedSums(source) ?? check.sum}` : ''
  const file = cachedImage(plan.libvirt.paths, url, { directory: cacheDirectory(plan), heldAgainst })
  return fetchLines({ url, file, check, packer, isCheckedOnce })
}

function local(url: string, check: ImageCheck): string {
  return `  image=${localImage(url)}
${check.before}${checkLine(check)}`
}

/** Beside the VMs, since their disks stand on it: what is called a cache may be emptied at any time. */
function cacheDirectory({ design }: BundlePlan): string | undefined {
  const said = design.spec.source?.cache
  return said !== undefined && /^(\/|~\/)/.test(said) ? said : undefined
}

/** A copy of its own: the other VM may go on, or go away. */
function clone({ design }: BundlePlan, format: string): string {
  const { from_vm: from = '', from_snapshot: snapshot, cloud_init_clean: clean } = design.spec.source ?? {}
  const ofSnapshot =
    snapshot === undefined || snapshot === '' ? '' : `-l ${word(`snapshot.name=${snapshot}`)} `
  return `  from=${word(from)}
  from_state=$(on_libvirt domstate -- "$from") || fail "The VM to copy is not there: $from"
  [ "$from_state" = 'shut off' ] || fail "The VM to copy is not shut off, so its disk is in motion: $from"
  original=$(on_libvirt domblklist --details -- "$from" | sed -n 's/^ *[a-z]* *disk *[^ ]* *//p' | sed -n 1p)
  [ -e "$original" ] || fail "The VM to copy has no disk that is a file: $from"
  qemu-img convert -q -f "$(format_of_first_disk "$from")" ${ofSnapshot}-O ${word(format)} "$original" "$part"
${clean === true ? `  virt-customize -q -a "$part" --run-command 'cloud-init clean --logs' --truncate /etc/machine-id\n` : ''}`
}
