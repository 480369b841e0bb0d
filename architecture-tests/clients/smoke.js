// What a shop's integration does, with the official client as it is. On http addresses the client signs with OAuth 1.0a; on https
// ones it sends the key as Basic credentials or in the query string. So TLS ends here, in front of the listener that is declared
// secure.
const assert = require('node:assert/strict');
const fs = require('node:fs');
const http = require('node:http');
const https = require('node:https');
const WooCommerce = require('@woocommerce/woocommerce-rest-api').default;

const keys = { consumerKey: 'ck_demo', consumerSecret: 'cs_demo', version: 'wc/v3' };
const oauth = new WooCommerce({ url: process.env.PLAIN, ...keys });
const tls = https.createServer({ pfx: fs.readFileSync(process.env.KEYSTORE), passphrase: 'changeit' }, (request, response) => {
  const onward = http.request(`${process.env.SECURE}${request.url}`, { method: request.method, headers: request.headers },
    (answer) => answer.pipe(response.writeHead(answer.statusCode, answer.headers)));
  request.pipe(onward);
});

async function stockOf(id) {
  return (await oauth.get(`products/${id}`)).data.stock_quantity;
}

async function sale() {
  const mug = (await oauth.post('products', {
    name: 'Mug', type: 'simple', regular_price: '8.50', manage_stock: true, stock_quantity: 10,
  })).data;
  const tea = (await oauth.post('products', {
    name: 'Tea', type: 'simple', regular_price: '4.25', manage_stock: true, stock_quantity: 7,
  })).data;
  const page = await oauth.get('products', { per_page: 1, page: 2, orderby: 'id', order: 'asc' });
  assert.equal(page.data.length, 1);
  assert.equal(page.headers['x-wp-total'], '2');
  assert.equal(page.data[0].id, tea.id);

  const order = (await oauth.post('orders', {
    set_paid: true,
    payment_method: 'bacs',
    billing: { first_name: 'Jo', last_name: 'Doe', email: 'jo@example.com', country: 'US' },
    line_items: [{ product_id: mug.id, quantity: 2 }, { product_id: tea.id, quantity: 3 }],
  })).data;
  assert.equal(order.status, 'processing');
  assert.equal(order.total, '29.75');
  assert.equal(await stockOf(mug.id), 8);
  assert.equal(await stockOf(tea.id), 4);

  const refund = (await oauth.post(`orders/${order.id}/refunds`, {
    api_refund: false, line_items: [{ id: order.line_items[0].id, quantity: 1, refund_total: 8.5 }],
  })).data;
  assert.equal(refund.amount, '8.50');
  assert.equal(await stockOf(mug.id), 9);

  const cancelled = (await oauth.put(`orders/${order.id}`, { status: 'cancelled' })).data;
  assert.equal(cancelled.status, 'cancelled');
  assert.equal(await stockOf(mug.id), 10);
  assert.equal(await stockOf(tea.id), 7);
  await oauth.delete(`orders/${order.id}`, { force: true });
  await oauth.post('products/batch', { delete: [mug.id, tea.id] });
}

// One of everything, for the addresses that name one: every such address that the shop's description has.
async function examples() {
  const unique = Date.now().toString(36);
  const add = async (path, body) => (await oauth.post(path, body)).data.id;
  const term = async (path) => `${path}/${await add(path, { name: `${path} ${unique}` })}`;
  const product = `products/${await add('products', { name: 'Cup', regular_price: '3' })}`;
  const attribute = await term('products/attributes');
  const values = `${attribute}/terms`;
  const variable = `products/${await add('products', {
    name: 'Shirt', type: 'variable', attributes: [{ name: 'Size', variation: true, options: ['S'] }],
  })}`;
  const variations = `${variable}/variations`;
  const customer = `customers/${await add('customers', { email: `${unique}@example.com` })}`;
  const order = `orders/${await add('orders', { set_paid: true, line_items: [{ product_id: product.split('/')[1], quantity: 1 }] })}`;
  const zone = `shipping/zones/${await add('shipping/zones', { name: `Zone ${unique}` })}`;
  const method = (await oauth.post(`${zone}/methods`, { method_id: 'flat_rate' })).data.instance_id;
  await oauth.post(`${order}/receipt`, {});
  await oauth.post('taxes/classes', { name: `Class ${unique}` });
  return {
    'products/{id}': product,
    'products/{product_id}/variations': variations,
    'products/{product_id}/variations/{id}':
      `${variations}/${await add(variations, { regular_price: '9', attributes: [{ name: 'Size', option: 'S' }] })}`,
    'products/attributes/{attribute_id}/terms': values,
    'products/attributes/{attribute_id}/terms/{id}': await term(values),
    'products/attributes/{id}': attribute,
    'products/brands/{id}': await term('products/brands'),
    'products/categories/{id}': await term('products/categories'),
    'products/tags/{id}': await term('products/tags'),
    'products/shipping_classes/{id}': await term('products/shipping_classes'),
    'products/reviews/{id}': `products/reviews/${await add('products/reviews', {
      product_id: product.split('/')[1], review: `Fine ${unique}`, reviewer: 'Jo', reviewer_email: 'jo@example.com', rating: 5,
    })}`,
    'coupons/{id}': `coupons/${await add('coupons', { code: unique, discount_type: 'percent', amount: '5' })}`,
    'customers/{id}': customer,
    'customers/{customer_id}/downloads': `${customer}/downloads`,
    'orders/{id}': order,
    'orders/{id}/receipt': `${order}/receipt`,
    'orders/{order_id}/notes': `${order}/notes`,
    'orders/{order_id}/notes/{id}': `${order}/notes/${await add(`${order}/notes`, { note: 'Packed' })}`,
    'orders/{order_id}/refunds': `${order}/refunds`,
    'orders/{order_id}/refunds/{id}': `${order}/refunds/${await add(`${order}/refunds`, { amount: '1', api_refund: false })}`,
    'shipping/zones/{id}': zone,
    'shipping/zones/{id}/locations': `${zone}/locations`,
    'shipping/zones/{zone_id}/methods': `${zone}/methods`,
    'shipping/zones/{zone_id}/methods/{instance_id}': `${zone}/methods/${method}`,
    'taxes/{id}': `taxes/${await add('taxes', { country: 'US', rate: '5', name: unique })}`,
    'taxes/classes/{slug}': `taxes/classes/class-${unique}`,
    'webhooks/{id}': `webhooks/${await add('webhooks', { topic: 'order.created', delivery_url: 'http://127.0.0.1:9/' })}`,
    'settings/{group_id}': 'settings/general',
    'settings/{group_id}/{id}': 'settings/general/woocommerce_currency',
    'system_status/tools/{id}': 'system_status/tools/clear_transients',
    'shipping_methods/{id}': 'shipping_methods/flat_rate',
    'payment_gateways/{id}': 'payment_gateways/bacs',
    'data/continents/{location}': 'data/continents/eu',
    'data/countries/{location}': 'data/countries/de',
    'data/currencies/{currency}': 'data/currencies/eur',
  };
}

const required = {
  'products/shipping_classes/slug-suggestion': { name: 'Heavy goods' },
};

// What removes itself with something else, or stays.
const kept = /^(settings|system_status|shipping_methods|payment_gateways|data|orders\/\{id\}\/receipt)/;

async function everyResource() {
  const url = `https://localhost:${tls.address().port}`;
  const axiosConfig = { httpsAgent: new https.Agent({ rejectUnauthorized: false }) };
  const clients = {
    oauth,
    basic: new WooCommerce({ url, ...keys, axiosConfig }),
    query: new WooCommerce({ url, ...keys, axiosConfig, queryStringAuth: true }),
  };
  const described = await (await fetch(`${process.env.SECURE}/openapi/legacy.json`)).json();
  const resources = Object.entries(described.paths)
    .filter(([path, methods]) => path.startsWith('/wp-json/wc/v3/') && methods.get)
    .map(([path]) => path.slice('/wp-json/wc/v3/'.length));
  const named = await examples();
  assert.deepEqual(resources.filter((path) => path.includes('{')).sort(), Object.keys(named).sort());
  for (const resource of resources) {
    for (const [name, client] of Object.entries(clients)) {
      const response = await client.get(named[resource] ?? resource, required[resource] ?? {});
      assert.equal(response.status, 200, `${resource} with ${name}`);
      assert.equal(typeof response.data, resource.endsWith('slug-suggestion') ? 'string' : 'object', `${resource} with ${name}`);
    }
  }
  const removed = Object.entries(named)
    .filter(([path]) => path.endsWith('}') && described.paths[`/wp-json/wc/v3/${path}`].delete && !kept.test(path))
    .sort(([one], [other]) => other.split('/').length - one.split('/').length);
  for (const [index, [path, address]] of removed.entries()) {
    const [name, client] = Object.entries(clients)[index % 3];
    const response = await client.delete(address, { force: true });
    assert.equal(response.status, 200, `removing ${path} with ${name}`);
  }
  return { read: resources.length, removed: removed.length };
}

async function refused() {
  const wrong = new WooCommerce({ url: process.env.PLAIN, ...keys, consumerSecret: 'cs_wrong' });
  const failure = await wrong.get('products').then(() => null, (error) => error.response);
  assert.equal(failure.status, 401);
}

tls.listen(0, '127.0.0.1', async () => {
  await sale();
  const { read, removed } = await everyResource();
  await refused();
  console.log(`  a sale, all ${read} resources described read with OAuth 1.0a, query string and Basic, ${removed} added and removed: as expected`);
  process.exit(0);
});

process.on('unhandledRejection', (error) => {
  console.error(error.response ? { status: error.response.status, body: error.response.data, path: error.config.url } : error);
  process.exit(1);
});
