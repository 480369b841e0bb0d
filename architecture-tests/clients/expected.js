// Compares the outcome of WooCommerce's API tests with what a real WooCommerce 9.9.5 reaches: 119 of 122 pass, 2 are skipped, and
// one fails there as well, because 9.9.5 calls the meta of coupon lines "coupon_info" where the test wants "coupon_data".
const outcome = require(`./${process.argv[2]}`);
const mayFail = ['Coupons API tests Add coupon to order can add coupon to an order'];

const tests = outcome.testResults.flatMap((file) => file.assertionResults);
const named = (status) => tests.filter((test) => test.status === status).map((test) => test.fullName);
const unexpected = named('failed').filter((name) => !mayFail.includes(name));
const broken = outcome.testResults.filter((file) => file.assertionResults.length === 0).map((file) => file.name);

console.log(`WooCommerce's API tests: ${named('passed').length} passed, ${named('failed').length} failed, `
  + `${named('pending').length} skipped, of ${tests.length}`);
unexpected.forEach((name) => console.error(`  failed: ${name}`));
broken.forEach((name) => console.error(`  did not run: ${name}`));
if (unexpected.length > 0 || broken.length > 0 || named('passed').length < 119) {
  process.exit(1);
}
