/** Whether a text is a VM of KubeVirt, told without parsing it: small enough for whoever only wants to know. */

const looksAt = 256 * 1024

const version = /(?:^|[\s{,"'-])["']?apiVersion["']?\s*:\s*["']?kubevirt\.io\/v1/m
const kind = /(?:^|[\s{,"'-])["']?kind["']?\s*:\s*["']?VirtualMachine(?:Instance)?["']?\s*(?:[,}#]|$)/m

/** True for YAML or JSON with a VirtualMachine or one that runs, alone, in a list or beside other objects. */
export function beginsKubevirt(text: string): boolean {
  const start = text.slice(0, looksAt)
  return isOfCluster(start) && version.test(start) && kind.test(start)
}

/** A vm.yml may have such an object among the files that it writes into its guest. */
function isOfCluster(text: string): boolean {
  if (/^apiVersion\s*:/m.test(text)) return true
  const first = text.split('\n', 200).find((line) => !/^\uFEFF?\s*(?:#|---|$)/.test(line)) ?? ''
  return /^\uFEFF?\s*(?:[{[]|["']?(?:apiVersion|kind|metadata)["']?\s*:)/.test(first)
}
