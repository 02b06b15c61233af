/** Whether a text is a VM of KubeVirt, told without parsing it. */

const looksAt = 256 * 1024

/** True for YAML or JSON with a VirtualMachine or one that runs, alone, in a list or beside other objects. */
export function fitsKubevirt(text: string): boolean {
  const start = text.slice(0, looksAt)
  return (
    /(?:^|[\s{,"'-])["']?apiVersion["']?\s*:\s*["']?kubevirt\.io\/v1/m.test(start) &&
    /(?:^|[\s{,"'-])["']?kind["']?\s*:\s*["']?VirtualMachine(?:Instance)?["']?\s*(?:[,}#]|$)/m.test(start)
  )
}
