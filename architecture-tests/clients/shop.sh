# What the scripts in this folder share: a shop that they start and stop, and WooCommerce's own API tests against it. BANYAN is the
# launcher; data and ports are the script's own.
BANYAN=${BANYAN:-$PWD/../../banyan}
export BANYAN_DATA=${TMPDIR:-/tmp}/banyan-clients-$$ BANYAN_PORT_OFFSET=${BANYAN_PORT_OFFSET:-21000}
SECURE=http://localhost:$((8080 + BANYAN_PORT_OFFSET)) PLAIN=http://localhost:$((8090 + BANYAN_PORT_OFFSET))

stop() {
  "$BANYAN" down >/dev/null || true
  rm -rf "$BANYAN_DATA"
}
trap stop EXIT
fresh() {
  stop
  "$BANYAN" up --empty --detach "$@"
}

clients() {
  if ! command -v npm >/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      apt-get update -qq && apt-get install -qq -y nodejs npm >/dev/null
    else
      echo "clients: node 18 or later with npm is needed" >&2
      exit 1
    fi
  fi
  npm install --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error
  # jest leaves node_modules out, so the tests run from a copy.
  rm -rf suite
  cp -r node_modules/@woocommerce/api-core-tests suite
}

api_tests() {
  rm -f suite.json
  (cd suite && BASE_URL=$SECURE USER_KEY=ck_demo USER_SECRET=cs_demo USE_INDEX_PERMALINKS=true \
    npx --no-install jest --runInBand --json --outputFile=../suite.json >suite.log 2>&1) || true
  node expected.js suite.json
}
