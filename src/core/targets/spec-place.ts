/** Where a design says what a place of the Domain holds. */
import type { Path } from '../finding.ts'
import { samePath, valueAt } from '../path.ts'
import { madeDeviceAt, type Resolved, specPathOf } from '../resolve/index.ts'

/**
 * The place in the design: of a device that resolve made, what the author said of it further
 * (`libvirt.root_disk.driver.cache`) goes before what it was made of (`source`).
 */
export function specPlaceOf({ design, origins }: Pick<Resolved, 'design' | 'origins'>, path: Path): Path {
  const device = path.slice(0, 3)
  const made = origins.find(
    ({ domain, spec }) => samePath(domain, device) && madeDeviceAt(spec) !== undefined,
  )
  const said = made && [...made.spec, ...path.slice(3)]
  return said !== undefined && valueAt(design.spec, said) !== undefined ? said : specPathOf(path, origins)
}
