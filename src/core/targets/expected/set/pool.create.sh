#!/bin/sh
# web on KubeVirt, as a pool. Written by vmwright. Needs kubectl: sh create.sh
set -eu
cd "$(dirname "$0")"
kubectl apply -f vms.yaml
echo "kubectl get virtualmachines -l kubevirt.io/vmpool=web"
echo "virtctl start web-0"
